package tw.gov.mocs.hub.audit;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Fills what auditors find calls by. */
@Mapper
interface LogIndexMapper {

  /** How far the calls and the persons of a chain are indexed, and where it ends. */
  record Chain(long nodeId, long lastSeq, long callsUpto, long personsUpto) {}

  /** The persons of one call as they are stored. */
  record Persons(long seq, byte[] persons) {}

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
}
