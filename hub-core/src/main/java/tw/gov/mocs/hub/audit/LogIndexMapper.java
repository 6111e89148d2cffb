package tw.gov.mocs.hub.audit;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.StoredRowMapper.StrayRow;

/** Fills, compares and empties what auditors find calls by. */
@Mapper
interface LogIndexMapper {

  /**
   * How far the calls of a chain, the persons of their answers and those of their criteria are
   * indexed, and where it ends; its making is another after the index was thrown away.
   */
  record Chain(
      long nodeId, long lastSeq, long callsUpto, long personsUpto, long askedUpto, String making) {

    /** How far all three are. */
    long allUpto() {
      return Math.min(callsUpto, Math.min(personsUpto, askedUpto));
    }
  }

  /** Where a chain ends, indexed or not. */
  record End(long nodeId, long lastSeq) {}

  /** The persons of one call as they are stored. */
  record Persons(long seq, byte[] persons) {

    /** By whom the index finds the call: for who fills it, empties it and verifies it. */
    List<IndexedPerson> lines() {
      return lines(PersonSet.read(persons), seq);
    }

    private static List<IndexedPerson> lines(Collection<PersonHash> persons, long seq) {
      return persons.stream().map(person -> new IndexedPerson(person.value(), seq)).toList();
    }
  }

  /** The criteria of one call as they are stored: in one of two columns. */
  record Criteria(long seq, @Nullable String criteria, @Nullable String criteriaLong) {

    /** The same, of whom the call asked for. */
    List<IndexedPerson> lines() {
      return Persons.lines(AskedPersons.of(criteria == null ? criteriaLong : criteria), seq);
    }
  }

  /** How many lines of persons a row has. */
  record Lines(long seq, long lines) {}

  /** Chains that are not indexed yet get their place. */
  void addChains(@Param("making") String making);

  List<Chain> chains();

  List<End> ends();

  /** Until the end of the transaction nobody else fills or empties the index of a chain. */
  @Nullable Long lock(@Param("nodeId") long nodeId);

  /** 0 when somebody else was quicker. */
  int advanceCalls(@Param("nodeId") long nodeId, @Param("from") long from, @Param("to") long to);

  void copyCalls(
      @Param("nodeId") long nodeId, @Param("first") long first, @Param("last") long last);

  /** 0 when somebody else was quicker. */
  int advancePersons(@Param("nodeId") long nodeId, @Param("from") long from, @Param("to") long to);

  List<Persons> persons(
      @Param("nodeId") long nodeId, @Param("first") long first, @Param("last") long last);

  void insertPerson(
      @Param("hash") byte[] hash, @Param("nodeId") long nodeId, @Param("seq") long seq);

  /** 0 when somebody else was quicker. */
  int advanceAsked(@Param("nodeId") long nodeId, @Param("from") long from, @Param("to") long to);

  List<Criteria> criteria(
      @Param("nodeId") long nodeId, @Param("first") long first, @Param("last") long last);

  void insertAsked(
      @Param("hash") byte[] hash, @Param("nodeId") long nodeId, @Param("seq") long seq);

  /**
   * Rows whose call has no line, whose line is none of a call, or where the two differ; a row may
   * come twice.
   */
  List<Long> otherCalls(
      @Param("nodeId") long nodeId, @Param("first") long first, @Param("last") long last);

  /** How many lines of persons of answers the rows have, in their order. */
  List<Lines> personCounts(
      @Param("nodeId") long nodeId, @Param("first") long first, @Param("last") long last);

  /** The hashes of these lines, in the order of their rows. */
  List<byte[]> personHashes(
      @Param("nodeId") long nodeId, @Param("first") long first, @Param("last") long last);

  /** The same of the persons of criteria. */
  List<Lines> askedCounts(
      @Param("nodeId") long nodeId, @Param("first") long first, @Param("last") long last);

  List<byte[]> askedHashes(
      @Param("nodeId") long nodeId, @Param("first") long first, @Param("last") long last);

  /** A line where the index has not come to. */
  @Nullable StrayRow strayLine();

  /** The index has not begun afterwards; the lines have to go in the same transaction. */
  void removeStates();

  int removeCalls(
      @Param("nodeId") long nodeId, @Param("first") long first, @Param("last") long last);

  int removePersons(
      @Param("nodeId") long nodeId, @Param("first") long first, @Param("last") long last);

  int removeAsked(
      @Param("nodeId") long nodeId, @Param("first") long first, @Param("last") long last);
}
