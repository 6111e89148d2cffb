package tw.gov.mocs.hub.audit;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** What the database knows of the archive, and the removal of what stands in it. */
@Mapper
interface ArchiveMapper {

  /** The signed head of one archive; once removed its records stand in the file alone. */
  record Stored(long archiveNo, String signedText, byte[] signature, @Nullable Instant removedAt) {

    Checkpoint.Signed signed() {
      return new Checkpoint.Signed(signedText, signature);
    }

    ArchiveHead head() {
      return ArchiveHead.parse(signedText);
    }
  }

  /** Which rows of a chain an archive holds. */
  record Part(long nodeId, long firstSeq, long lastSeq, byte[] lastHash) {}

  /** 0 while it is another's turn. */
  int takeTurn(
      @Param("holder") String holder, @Param("now") Instant now, @Param("until") Instant until);

  void endTurn(@Param("holder") String holder, @Param("now") Instant now);

  /** Those after a number, in their order. */
  List<Stored> after(@Param("number") long number);

  @Nullable Stored last();

  /** The last checkpoint whose records are archived; 0 if none are. */
  long lastCheckpoint();

  /** How many records the checkpoints cover that were made after a number and before a moment. */
  long rowsDue(@Param("number") long number, @Param("before") Instant before);

  /** Those whose records of some time were removed from the database, the newest first. */
  List<Stored> between(
      @Param("from") @Nullable Instant from, @Param("before") @Nullable Instant before);

  /** Those that may hold a record. */
  List<Stored> around(@Param("recordId") String recordId);

  /** Those whose records the database still has, or has in part. */
  List<Stored> unremoved();

  List<Part> parts(@Param("number") long number);

  void insert(@Param("head") ArchiveHead head, @Param("signed") Checkpoint.Signed signed);

  void insertPart(@Param("number") long number, @Param("part") Part part);

  /** 0 when another node did it. */
  int markRemoved(@Param("number") long number, @Param("at") Instant at);

  void removeEvidence(
      @Param("nodeId") long nodeId, @Param("first") long first, @Param("last") long last);

  void removeCalls(
      @Param("nodeId") long nodeId, @Param("first") long first, @Param("last") long last);

  void removeActs(
      @Param("nodeId") long nodeId, @Param("first") long first, @Param("last") long last);

  void removeRows(
      @Param("nodeId") long nodeId, @Param("first") long first, @Param("last") long last);
}
