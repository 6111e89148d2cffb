package tw.gov.mocs.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** What an auditor sees of one record, on every database. */
@OnEveryDatabase
class RecordInspectionTest {

  private static final Map<TestDatabase, OwnLog> LOGS = new EnumMap<>(TestDatabase.class);
  private static final Actor AUDITOR = new Actor("auditor", null, null);

  private final OwnLog log;
  private final RecordInspection records;
  private final CallRecord call;

  RecordInspectionTest(TestDatabase database) {
    log = LOGS.computeIfAbsent(database, OwnLog::new);
    records = log.get(RecordInspection.class);
    call = Calls.served(log.log(), 2);
    log.append(call);
  }

  @AfterAll
  static void close() {
    LOGS.values().forEach(OwnLog::close);
    LOGS.clear();
  }

  @Test
  void waitsForItsCheckpoint() {
    InspectedRecord found = records.open(call.recordId(), AUDITOR);
    assertThat(found.checkpoint()).isNull();
    assertThat(found.proven()).isFalse();
    assertThat(found.fault()).isNull();
  }

  @Test
  void isProvenByItsCheckpoint() {
    log.checkpoint();
    InspectedRecord found = records.open(call.recordId(), AUDITOR);
    assertThat(found.checkpoint()).isPositive();
    assertThat(found.proven()).isTrue();
    assertThat(found.hasRequest()).isFalse();
    assertThat(found.record().facts()).containsEntry("agencyCode", "301000000A");
  }

  @Test
  void saysWhatDoesNotFit() {
    log.checkpoint();
    log.sql()
        .update("UPDATE audit_call SET purpose = 'another' WHERE request_id = ?", call.recordId());
    InspectedRecord found = records.open(call.recordId(), AUDITOR);
    assertThat(found.fault()).isEqualTo("has changed content");
    assertThat(found.proven()).isFalse();
  }

  @Test
  void showsWhatIsLeftOfARecordThatLostItsContent() {
    log.sql().update("DELETE FROM audit_call WHERE request_id = ?", call.recordId());
    InspectedRecord found = records.open(call.recordId(), AUDITOR);
    assertThat(found.fault()).isEqualTo("has lost its content");
    assertThat(found.record().facts()).isEmpty();
    assertThat(found.record().recordId()).isEqualTo(call.recordId());
  }

  @Test
  void tellsARowThatDoesNotFollow() {
    byte[] hash = HexFormat.of().parseHex(records.open(call.recordId(), AUDITOR).rowHash());
    String change = "UPDATE audit_row SET row_hash = ? WHERE record_id = ?";
    log.sql().update(change, new byte[32], call.recordId());
    try {
      assertThat(records.open(call.recordId(), AUDITOR).fault()).isEqualTo(ChainWalk.UNCHAINED);
    } finally {
      log.sql().update(change, hash, call.recordId());
    }
  }

  @Test
  void tellsWhereAPersonStands() {
    PersonHash asked = PersonHash.parse("test:" + "0".repeat(64));
    PersonHash answered = call.persons().iterator().next();
    PersonHash nowhere = PersonHash.parse("test:" + "f".repeat(64));
    assertThat(standing(asked)).isEqualTo(Standing.ASKED);
    assertThat(standing(answered)).isEqualTo(Standing.ANSWERED);
    assertThat(standing(nowhere, answered, asked)).isEqualTo(Standing.BOTH);
    assertThat(standing(nowhere)).isNull();
    assertThat(standing()).isNull();
  }

  @Test
  void tellsNothingOfPersonsThatWereChanged() {
    PersonHash answered = call.persons().iterator().next();
    log.sql()
        .update(
            "UPDATE audit_call SET persons = ? WHERE request_id = ?",
            new byte[] {5},
            call.recordId());
    assertThat(standing(answered)).isNull();
  }

  private @Nullable Standing standing(PersonHash... persons) {
    return records.open(call.recordId(), List.of(persons), AUDITOR).standing();
  }

  @Test
  void isItselfInTheLog() {
    records.open(call.recordId(), AUDITOR);
    log.end();
    assertThat(
            log.count(
                "SELECT COUNT(*) FROM audit_act WHERE action = 'LOG_SEARCHED' AND subject = 'record "
                    + call.recordId()
                    + "'"))
        .isEqualTo(1);
  }

  @Test
  void knowsNoOtherId() {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> records.open("nothing", AUDITOR))
        .returns(ErrorCode.NOT_FOUND, HubException::code);
  }
}
