package tw.gov.mocs.hub.audit;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** The chains, their content and the acts that wait for them. */
@Mapper
interface LogMapper {

  /**
   * A chain and who may write it.
   *
   * @param holder the process that writes it; null when it was stopped in good order
   * @param fence counts the holders
   * @param databaseNow database time, by which {@code renewedAt} is judged
   */
  record Node(
      long id,
      @Nullable String holder,
      long fence,
      Instant renewedAt,
      Instant databaseNow,
      long lastSeq,
      byte[] lastHash) {}

  /** An act in the outbox. */
  record WaitingAct(long id, String recordId, ActRow act) {}

  /** Database time, by which all ages are judged. */
  Instant now();

  @Nullable Node findNode(@Param("name") String name);

  void insertNode(@Param("name") String name, @Param("hash") byte[] hash);

  int takeNode(
      @Param("id") long id, @Param("holder") @Nullable String holder, @Param("fence") long fence);

  int renewNode(@Param("id") long id, @Param("fence") long fence);

  int advanceNode(
      @Param("id") long id,
      @Param("fence") long fence,
      @Param("from") ChainHead from,
      @Param("to") ChainHead to);

  void insertRow(ChainRow row);

  void insertCall(
      @Param("nodeId") long nodeId,
      @Param("seq") long seq,
      @Param("call") CallRow call,
      @Param("persons") byte @Nullable [] persons);

  void insertEvidence(
      @Param("nodeId") long nodeId,
      @Param("seq") long seq,
      @Param("evidence") EvidenceSealer.Evidence evidence);

  void insertAct(@Param("nodeId") long nodeId, @Param("seq") long seq, @Param("act") ActRow act);

  void putAside(
      @Param("node") String node, @Param("recordId") String recordId, @Param("act") ActRow act);

  /** The oldest acts of this node, and those of other nodes made before {@code othersBefore}. */
  List<WaitingAct> waitingActs(
      @Param("node") String node,
      @Param("othersBefore") Instant othersBefore,
      @Param("limit") int limit);

  int takeAct(@Param("id") long id);
}
