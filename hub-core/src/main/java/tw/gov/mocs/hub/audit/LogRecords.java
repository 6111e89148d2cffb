package tw.gov.mocs.hub.audit;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.audit.Checkpoint.ChainSpan;
import tw.gov.mocs.hub.audit.CheckpointMapper.Link;
import tw.gov.mocs.hub.audit.CheckpointMapper.Stored;
import tw.gov.mocs.hub.audit.StoredRowMapper.Place;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** Single records of the log: found by their id, proven, and their evidence opened. */
@Component
public class LogRecords {

  private final StoredRowMapper mapper;
  private final StoredRows stored;
  private final CheckpointMapper checkpoints;
  private final CheckpointKeys keys;
  private final EvidenceSealer sealer;
  private final AuditLog log;
  private final TransactionTemplate transactions;

  LogRecords(
      StoredRowMapper mapper,
      StoredRows stored,
      CheckpointMapper checkpoints,
      CheckpointKeys keys,
      EvidenceSealer sealer,
      AuditLog log,
      TransactionTemplate transactions) {
    this.mapper = mapper;
    this.stored = stored;
    this.checkpoints = checkpoints;
    this.keys = keys;
    this.sealer = sealer;
    this.log = log;
    this.transactions = transactions;
  }

  /** The record with this id. */
  public Optional<LogRecord> find(String recordId) {
    return Optional.ofNullable(mapper.place(recordId))
        .map(place -> LogRecord.read(canonical(place, row(place))));
  }

  /**
   * Proves that the record stands in the log.
   *
   * @throws HubException NOT_FOUND; STATE_CONFLICT while no checkpoint covers it (about a minute)
   */
  public InclusionProof prove(String recordId) {
    Place place = require(recordId);
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
    List<byte[]> hashes =
        checkpoints.links(place.nodeId(), span.first(), span.last()).stream()
            .map(Link::rowHash)
            .toList();
    if (hashes.size() != span.last() - span.first() + 1) {
      throw new HubException(
          ErrorCode.STATE_CONFLICT, "rows beside " + recordId + " are missing", "紀錄不完整");
    }
    StoredRow row = row(place);
    return new InclusionProof(
        canonical(place, row),
        row.row().salt(),
        hashBefore(place),
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
    StoredRow row = row(require(recordId));
    if (row.evidence() == null) {
      throw notFound("evidence of " + recordId);
    }
    Act act =
        new Act(
            AuditAction.EVIDENCE_OPENED,
            actor,
            "record " + recordId,
            row.call() == null ? null : row.call().agencyId(),
            null,
            null,
            reason);
    transactions.executeWithoutResult(status -> log.act(act));
    return sealer.open(recordId, row.evidence());
  }

  private Place require(String recordId) {
    Place place = mapper.place(recordId);
    if (place == null) {
      throw notFound("record " + recordId);
    }
    return place;
  }

  private StoredRow row(Place place) {
    return stored.rows(place.nodeId(), place.seq(), place.seq()).get(0);
  }

  private static byte[] canonical(Place place, StoredRow row) {
    byte[] canonical = row.canonical(place.nodeName());
    if (canonical == null) {
      throw new HubException(
          ErrorCode.INTERNAL_ERROR, "record " + row.row().recordId() + " has lost its content");
    }
    return canonical;
  }

  /** The row hash of the row before, that of the begin before the first; empty if it is missing. */
  byte[] hashBefore(Place place) {
    return place.seq() == 1
        ? ChainHead.START.hash()
        : checkpoints.links(place.nodeId(), place.seq() - 1, place.seq() - 1).stream()
            .map(Link::rowHash)
            .findFirst()
            .orElse(new byte[0]);
  }

  private static HubException notFound(String what) {
    return new HubException(ErrorCode.NOT_FOUND, what, what);
  }
}
