package tw.gov.mocs.hub.audit;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Checkpoints and what they are made from. */
@Mapper
interface CheckpointMapper {

  /** The number and hash of the last checkpoint. */
  record Last(long checkpointNo, byte @Nullable [] checkpointHash) {}

  /** A checkpoint as stored; its facts stand in the signed text. */
  record Stored(long checkpointNo, String signedText, byte[] signature, byte[] checkpointHash) {

    Checkpoint.Signed signed() {
      return new Checkpoint.Signed(signedText, signature);
    }
  }

  /** Where a chain ends, and up to which row checkpoints cover it. */
  record Chain(long id, String nodeName, long lastSeq, byte[] lastHash, long covered) {}

  /** One row's part in the chain. */
  record Link(byte[] contentDigest, byte[] rowHash) {}

  /** Where an archived part of a chain ends; MyBatis takes a bare array for a list of rows. */
  record Head(byte[] rowHash) {}

  Last last();

  int advanceLast(@Param("from") long from, @Param("to") long to, @Param("hash") byte[] hash);

  List<Chain> chains();

  List<Link> links(
      @Param("nodeId") long nodeId, @Param("first") long first, @Param("last") long last);

  /** The row hash of a row that ends an archive; null if none ends there. */
  @Nullable Head archivedHead(@Param("nodeId") long nodeId, @Param("seq") long seq);

  void insert(
      @Param("number") long number,
      @Param("madeAt") Instant madeAt,
      @Param("signed") Checkpoint.Signed signed,
      @Param("hash") byte[] hash);

  void insertSpan(
      @Param("number") long number,
      @Param("nodeId") long nodeId,
      @Param("first") long first,
      @Param("last") long last);

  List<Stored> after(@Param("number") long number, @Param("limit") int limit);

  @Nullable Stored find(@Param("number") long number);

  /** The number of the checkpoint that covers the row, null while none does. */
  @Nullable Long covering(@Param("nodeId") long nodeId, @Param("seq") long seq);
}
