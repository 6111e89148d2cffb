package tw.gov.mocs.hub.audit;

import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.audit.CheckpointMapper.Stored;
import tw.gov.mocs.hub.audit.StoredRowMapper.Place;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * Single records as auditors look at them: what they say, and whether they are what was chained.
 * Each look is an act in the log before it is answered; whoever calls has checked the right to it.
 */
@Component
public class RecordInspection {

  private static final HexFormat HEX = HexFormat.of();

  private final KeptRecords kept;
  private final StoredRows stored;
  private final CheckpointMapper checkpoints;
  private final CheckpointKeys keys;
  private final LogRecords records;
  private final AuditLog log;
  private final TransactionTemplate transactions;

  RecordInspection(
      KeptRecords kept,
      StoredRows stored,
      CheckpointMapper checkpoints,
      CheckpointKeys keys,
      LogRecords records,
      AuditLog log,
      TransactionTemplate transactions) {
    this.kept = kept;
    this.stored = stored;
    this.checkpoints = checkpoints;
    this.keys = keys;
    this.records = records;
    this.log = log;
    this.transactions = transactions;
  }

  /** The id of the record in this row of a node's chain; empty where the database has none. */
  public Optional<String> recordAt(String node, long seq) {
    return stored.recordAt(node, seq);
  }

  /** {@code CALL} or {@code ACT}; empty if there is no record with this id. */
  public Optional<String> kindOf(String recordId) {
    return kept.find(recordId).map(found -> found.row().row().kind());
  }

  /**
   * What does not fit the chain of the record with this id, in a sentence; empty if everything
   * does, or there is none. It shows nothing of the record and is not logged.
   */
  public Optional<String> fault(String recordId) {
    return kept.find(recordId).map(KeptRecord::fault);
  }

  /** Whether a checkpoint covers the record with this id. */
  public boolean isCovered(String recordId) {
    return kept.find(recordId)
        .map(found -> checkpoints.covering(found.place().nodeId(), found.place().seq()))
        .isPresent();
  }

  /**
   * The record with this id.
   *
   * @throws HubException NOT_FOUND
   */
  public InspectedRecord open(String recordId, Actor auditor) {
    return open(recordId, List.of(), auditor);
  }

  /**
   * The same, with where in it a person stands.
   *
   * @param persons the keyed hashes of one person, from {@link PersonHasher#hashesOf}; empty for
   *     none
   * @throws HubException NOT_FOUND
   */
  public InspectedRecord open(String recordId, List<PersonHash> persons, Actor auditor) {
    KeptRecord found =
        kept.find(recordId)
            .orElseThrow(() -> new HubException(ErrorCode.NOT_FOUND, "record " + recordId, "紀錄"));
    String subject = "record " + recordId;
    Long agencyId = found.row().agencyId();
    Act act = new Act(AuditAction.LOG_SEARCHED, auditor, subject, agencyId, null, "opened", null);
    transactions.executeWithoutResult(status -> log.act(act));
    return inspected(found, persons);
  }

  private InspectedRecord inspected(KeptRecord found, List<PersonHash> persons) {
    Place place = found.place();
    ChainRow row = found.row().row();
    byte[] content = found.row().canonical(place.nodeName());
    byte[] previous = found.previous();
    Long checkpoint = checkpoints.covering(place.nodeId(), place.seq());
    String fault = found.fault();
    LogRecord record =
        content == null
            ? new LogRecord(
                place.nodeName(),
                place.seq(),
                row.recordId(),
                row.kind(),
                row.recordedAt(),
                Map.of())
            : LogRecord.read(content);
    return new InspectedRecord(
        record,
        HEX.formatHex(row.contentDigest()),
        HEX.formatHex(previous),
        HEX.formatHex(row.rowHash()),
        fault,
        checkpoint,
        content != null && found.follows() && isProven(found, checkpoint),
        found.archive(),
        fault == null ? standing(record, found.row().persons(), persons) : null);
  }

  private static @Nullable Standing standing(
      LogRecord record, byte[] answered, List<PersonHash> persons) {
    Map<String, String> facts = record.facts();
    String criteria = facts.get("criteria");
    Collection<PersonHash> asked =
        AskedPersons.of(criteria == null ? facts.get("criteriaLong") : criteria);
    return Standing.of(
        !Collections.disjoint(asked, persons),
        !Collections.disjoint(PersonSet.read(answered), persons));
  }

  private boolean isProven(KeptRecord found, @Nullable Long checkpoint) {
    Stored covering = checkpoint == null ? null : checkpoints.find(checkpoint);
    if (covering == null) {
      return false;
    }
    try {
      return keys.find(covering.signed().read().key())
          .map(certificate -> records.prove(found).holds(certificate))
          .orElse(false);
    } catch (HubException | IllegalArgumentException e) {
      // The checkpoint is none any more, or rows beside the record are missing.
      return false;
    }
  }
}
