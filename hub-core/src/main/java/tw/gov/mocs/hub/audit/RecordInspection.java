package tw.gov.mocs.hub.audit;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.audit.CheckpointMapper.Stored;
import tw.gov.mocs.hub.audit.StoredRowMapper.Place;
import tw.gov.mocs.hub.shared.Digests;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * Single records as auditors look at them: what they say, and whether they are what was chained.
 * Each look is an act in the log before it is answered; whoever calls has checked the right to it.
 */
@Component
public class RecordInspection {

  private static final HexFormat HEX = HexFormat.of();

  private final StoredRowMapper mapper;
  private final StoredRows stored;
  private final CheckpointMapper checkpoints;
  private final CheckpointKeys keys;
  private final LogRecords records;
  private final AuditLog log;
  private final TransactionTemplate transactions;

  RecordInspection(
      StoredRowMapper mapper,
      StoredRows stored,
      CheckpointMapper checkpoints,
      CheckpointKeys keys,
      LogRecords records,
      AuditLog log,
      TransactionTemplate transactions) {
    this.mapper = mapper;
    this.stored = stored;
    this.checkpoints = checkpoints;
    this.keys = keys;
    this.records = records;
    this.log = log;
    this.transactions = transactions;
  }

  /** {@code CALL} or {@code ACT}; empty if there is no record with this id. */
  public Optional<String> kindOf(String recordId) {
    return Optional.ofNullable(mapper.place(recordId))
        .map(place -> stored.rows(place.nodeId(), place.seq(), place.seq()).get(0).row().kind());
  }

  /**
   * The record with this id.
   *
   * @throws HubException NOT_FOUND
   */
  public InspectedRecord open(String recordId, Actor auditor) {
    Place place = mapper.place(recordId);
    if (place == null) {
      throw new HubException(ErrorCode.NOT_FOUND, "record " + recordId, "紀錄");
    }
    StoredRow row = stored.rows(place.nodeId(), place.seq(), place.seq()).get(0);
    String subject = "record " + recordId;
    Long agencyId = agencyOf(row);
    Act act = new Act(AuditAction.LOG_SEARCHED, auditor, subject, agencyId, null, "opened", null);
    transactions.executeWithoutResult(status -> log.act(act));
    return inspected(place, row);
  }

  private static @Nullable Long agencyOf(StoredRow row) {
    CallRow call = row.call();
    ActRow act = row.act();
    if (call != null) {
      return call.agencyId();
    }
    return act == null ? null : act.agencyId();
  }

  private InspectedRecord inspected(Place place, StoredRow stored) {
    ChainRow row = stored.row();
    byte[] content = stored.canonical(place.nodeName());
    byte[] previous = records.hashBefore(place);
    String fault = stored.fault(place.nodeName());
    boolean follows = Arrays.equals(row.rowHash(), Digests.sha256(previous, row.contentDigest()));
    Long checkpoint = checkpoints.covering(place.nodeId(), place.seq());
    return new InspectedRecord(
        content == null
            ? new LogRecord(
                place.nodeName(),
                place.seq(),
                row.recordId(),
                row.kind(),
                row.recordedAt(),
                Map.of())
            : LogRecord.read(content),
        HEX.formatHex(row.contentDigest()),
        HEX.formatHex(previous),
        HEX.formatHex(row.rowHash()),
        fault != null || follows ? fault : ChainWalk.UNCHAINED,
        checkpoint,
        content != null && follows && isProven(row.recordId(), checkpoint));
  }

  private boolean isProven(String recordId, @Nullable Long checkpoint) {
    Stored covering = checkpoint == null ? null : checkpoints.find(checkpoint);
    if (covering == null) {
      return false;
    }
    try {
      return keys.find(covering.signed().read().key())
          .map(certificate -> records.prove(recordId).holds(certificate))
          .orElse(false);
    } catch (HubException | IllegalArgumentException e) {
      // The checkpoint is none any more, or rows beside the record are missing.
      return false;
    }
  }
}
