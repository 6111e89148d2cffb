package tw.gov.mocs.hub.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.EvidenceSealer.Evidence;
import tw.gov.mocs.hub.shared.HubException;

/** What becomes a row of the chain. */
sealed interface Entry {

  String recordId();

  String kind();

  byte[] canonical(String node, long seq, Instant recordedAt);

  /** Inserts the one row of content; statements of one kind follow each other, as batches need. */
  void insertContent(LogMapper mapper, long nodeId, long seq);

  /** Inserts what hangs on it. */
  void insertMore(LogMapper mapper, long nodeId, long seq);

  /** A call, served or refused. */
  record Call(String recordId, CallRow call, PersonSet persons, @Nullable Evidence evidence)
      implements Entry {

    static Call of(Waiting waiting, @Nullable HubException refusal) {
      return refusal == null
          ? new Call(waiting.recordId(), waiting.call(), waiting.persons(), waiting.evidence())
          : new Call(
              waiting.recordId(),
              waiting.call().refused(refusal.code(), refusal.detail()),
              PersonSet.EMPTY,
              waiting.evidence());
    }

    @Override
    public String kind() {
      return ChainRow.CALL;
    }

    @Override
    public byte[] canonical(String node, long seq, Instant recordedAt) {
      return call.canonical(node, seq, recordId, recordedAt);
    }

    @Override
    public void insertContent(LogMapper mapper, long nodeId, long seq) {
      mapper.insertCall(nodeId, seq, call, persons.count() == 0 ? null : persons.bytes());
    }

    @Override
    public void insertMore(LogMapper mapper, long nodeId, long seq) {
      if (evidence != null) {
        mapper.insertEvidence(nodeId, seq, evidence);
      }
    }
  }

  /** An administrative act. */
  record Done(String recordId, ActRow act) implements Entry {

    @Override
    public String kind() {
      return ChainRow.ACT;
    }

    @Override
    public byte[] canonical(String node, long seq, Instant recordedAt) {
      return act.canonical(node, seq, recordId, recordedAt);
    }

    @Override
    public void insertContent(LogMapper mapper, long nodeId, long seq) {
      mapper.insertAct(nodeId, seq, act);
    }

    @Override
    public void insertMore(LogMapper mapper, long nodeId, long seq) {}
  }
}
