package tw.gov.mocs.hub.audit;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Fills what auditors find calls by. */
@Mapper
interface LogIndexMapper {

  /**
   * How far the calls of a chain, the persons of their answers and those of their criteria are
   * indexed, and where it ends.
   */
  record Chain(long nodeId, long lastSeq, long callsUpto, long personsUpto, long askedUpto) {}

  /** The persons of one call as they are stored. */
  record Persons(long seq, byte[] persons) {}

  /** The criteria of one call as they are stored: in one of two columns. */
  record Criteria(long seq, @Nullable String criteria, @Nullable String criteriaLong) {

    Collection<PersonHash> asked() {
      return AskedPersons.of(criteria == null ? criteriaLong : criteria);
    }
  }

  /** Chains that are not indexed yet get their place. */
  void addChains();

  List<Chain> chains();

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
}
