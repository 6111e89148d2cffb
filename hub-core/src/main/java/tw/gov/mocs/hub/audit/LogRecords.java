package tw.gov.mocs.hub.audit;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.audit.Checkpoint.ChainSpan;
import tw.gov.mocs.hub.audit.CheckpointMapper.Stored;
import tw.gov.mocs.hub.audit.EvidenceSealer.Evidence;
import tw.gov.mocs.hub.audit.StoredRowMapper.Place;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * Single records of the log, wherever they are kept: found by their id, proven, and their evidence
 * opened.
 */
@Component
public class LogRecords {

  private final KeptRecords kept;
  private final CheckpointMapper checkpoints;
  private final CheckpointKeys keys;
  private final EvidenceSealer sealer;
  private final AuditLog log;
  private final TransactionTemplate transactions;

  LogRecords(
      KeptRecords kept,
      CheckpointMapper checkpoints,
      CheckpointKeys keys,
      EvidenceSealer sealer,
      AuditLog log,
      TransactionTemplate transactions) {
    this.kept = kept;
    this.checkpoints = checkpoints;
    this.keys = keys;
    this.sealer = sealer;
    this.log = log;
    this.transactions = transactions;
  }

  /** The record with this id. */
  public Optional<LogRecord> find(String recordId) {
    return kept.find(recordId).map(found -> LogRecord.read(canonical(found)));
  }

  /**
   * Proves that the record stands in the log.
   *
   * @throws HubException NOT_FOUND; STATE_CONFLICT while no checkpoint covers it (about a minute),
   *     and if it is not what was chained: what would be given proves nothing
   */
  public InclusionProof prove(String recordId) {
    KeptRecord found = kept.require(recordId);
    String fault = found.fault();
    if (fault != null) {
      throw new HubException(
          ErrorCode.STATE_CONFLICT, "record " + recordId + " " + fault, "紀錄與記錄當時不符，無從證明");
    }
    return prove(found);
  }

  /** The same of a record that may not be what was chained, with what does not fit. */
  public Attempt tryToProve(String recordId) {
    KeptRecord found = kept.require(recordId);
    return new Attempt(prove(found), found.fault());
  }

  /**
   * A proof that need not hold.
   *
   * @param fault what of the record does not fit the chain, in a sentence; null if everything does
   */
  public record Attempt(InclusionProof proof, @Nullable String fault) {}

  InclusionProof prove(KeptRecord found) {
    Place place = found.place();
    String recordId = found.row().row().recordId();
    Long number = checkpoints.covering(place.nodeId(), place.seq());
    Stored checkpoint = number == null ? null : checkpoints.find(number);
    if (checkpoint == null) {
      String text = "no checkpoint covers " + recordId + " yet; try again in a minute";
      throw new HubException(ErrorCode.STATE_CONFLICT, text, text);
    }
    ChainSpan span =
        checkpoint.signed().read().spans().stream()
            .filter(one -> one.node().equals(place.nodeName()))
            .findFirst()
            .orElseThrow();
    List<byte[]> hashes = kept.beside(found, span.first(), span.last());
    if (hashes.size() != span.last() - span.first() + 1) {
      throw new HubException(
          ErrorCode.STATE_CONFLICT, "rows beside " + recordId + " are missing", "紀錄不完整");
    }
    return new InclusionProof(
        canonical(found),
        found.row().row().salt(),
        found.previous(),
        MerkleTree.inclusionPath(hashes, (int) (place.seq() - span.first())),
        checkpoint.signed().fileForm());
  }

  /**
   * The certificate of the key that signed the checkpoint of a proof.
   *
   * @throws HubException NOT_FOUND if it is not configured any more
   */
  public X509Certificate checkpointCertificate(InclusionProof proof) {
    byte[] key = Checkpoint.Signed.ofFileForm(proof.checkpoint()).read().key();
    return keys.find(key)
        .orElseThrow(
            () -> new HubException(ErrorCode.NOT_FOUND, "no key of the checkpoint", "檢查點"));
  }

  /**
   * Opens the signed request that was kept of a call. That it is opened is in the log before it is
   * returned. The caller of this method has checked the right to it.
   *
   * @param reason why, in words; required
   * @throws HubException NOT_FOUND also if nothing was kept; VALUE_INVALID for a reason that {@link
   *     GivenReason} does not take
   */
  public byte[] openEvidence(String recordId, String reason, Actor actor) {
    GivenReason.require(reason);
    ChainedRow row = kept.require(recordId).row();
    Evidence evidence = row.evidence();
    if (evidence == null) {
      String what = "evidence of " + recordId;
      throw new HubException(ErrorCode.NOT_FOUND, what, what);
    }
    Act act =
        new Act(
            AuditAction.EVIDENCE_OPENED,
            actor,
            "record " + recordId,
            row.agencyId(),
            null,
            null,
            reason);
    transactions.executeWithoutResult(status -> log.act(act));
    return sealer.open(recordId, evidence);
  }

  private static byte[] canonical(KeptRecord found) {
    byte[] canonical = found.row().canonical(found.place().nodeName());
    if (canonical == null) {
      String id = found.row().row().recordId();
      throw new HubException(
          ErrorCode.STATE_CONFLICT, "record " + id + " has lost its content", "紀錄的內容遺失");
    }
    return canonical;
  }
}
