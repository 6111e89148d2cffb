package tw.gov.mocs.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.KeyFiles;

@OnEveryDatabase
class LogRecordsTest {

  private static final Map<TestDatabase, OwnLog> LOGS = new EnumMap<>(TestDatabase.class);
  private static final byte[] REQUEST = "<Envelope>𠮷</Envelope>".getBytes(StandardCharsets.UTF_8);

  private final OwnLog log;
  private final LogRecords records;
  private final CallRecord call;

  LogRecordsTest(TestDatabase database) {
    log = LOGS.computeIfAbsent(database, OwnLog::new);
    log.append(3);
    records = log.get(LogRecords.class);
    call = Calls.served(log.log().newRecordId(), "301000000A", 3, REQUEST);
    log.append(call);
  }

  @AfterAll
  static void close() {
    LOGS.values().forEach(OwnLog::close);
    LOGS.clear();
  }

  @Test
  void findsARecordByItsId() {
    LogRecord found = records.find(call.recordId()).orElseThrow();
    assertThat(found.kind()).isEqualTo("CALL");
    assertThat(found.facts())
        .containsEntry("agencyCode", "301000000A")
        .containsEntry("purpose", "案號 𠮷 1")
        .containsEntry("personCount", "3")
        .containsEntry("outcomeCode", "OK");
  }

  @Test
  void findsAnAct() {
    log.act("found by its id");
    log.end();
    String id =
        log.sql()
            .queryForObject(
                "SELECT r.record_id FROM audit_row r JOIN audit_act a ON a.node_id = r.node_id"
                    + " AND a.seq = r.seq WHERE a.subject = 'found by its id'",
                String.class);
    assertThat(records.find(String.valueOf(id)).orElseThrow().facts())
        .containsEntry("action", "LOG_VERIFIED")
        .containsEntry("actor", "hub");
  }

  @Test
  void findsNothingUnderAnotherId() {
    assertThat(records.find(log.log().newRecordId())).isEmpty();
  }

  @Test
  void provesARecordToWhoeverHasTheCertificate() {
    log.checkpoint();
    InclusionProof proof = InclusionProof.parse(records.prove(call.recordId()).text());
    assertThat(proof.holds(certificate())).isTrue();
    assertThat(proof.proven()).isEqualTo(records.find(call.recordId()).orElseThrow());
  }

  @Test
  void provesTheFirstRowOfAChain() {
    log.checkpoint();
    String first =
        log.sql().queryForObject("SELECT record_id FROM audit_row WHERE seq = 1", String.class);
    assertThat(records.prove(String.valueOf(first)).holds(certificate())).isTrue();
  }

  @Test
  void provesNothingAboutChangedContent() {
    log.checkpoint();
    InclusionProof proof = records.prove(call.recordId());
    byte[] changed = proof.content();
    changed[changed.length - 1] ^= 1;
    assertThat(
            new InclusionProof(
                    changed, proof.salt(), proof.previous(), proof.path(), proof.checkpoint())
                .holds(certificate()))
        .isFalse();
  }

  @Test
  void provesNothingUnderAnotherCheckpoint() {
    log.checkpoint();
    InclusionProof proof = records.prove(call.recordId());
    String other = proof.checkpoint().replaceFirst("number (\\d+)", "number 9$1");
    assertThat(
            new InclusionProof(proof.content(), proof.salt(), proof.previous(), proof.path(), other)
                .holds(certificate()))
        .isFalse();
  }

  @Test
  void givesNoProofOfARecordThatWasChanged() {
    log.checkpoint();
    log.sql()
        .update("UPDATE audit_call SET purpose = 'another' WHERE request_id = ?", call.recordId());
    assertCode(() -> records.prove(call.recordId()), ErrorCode.STATE_CONFLICT);
    assertThat(records.tryToProve(call.recordId()).fault()).isEqualTo("has changed content");
  }

  @Test
  void provesNoRecordBeforeItsCheckpoint() {
    assertCode(() -> records.prove(call.recordId()), ErrorCode.STATE_CONFLICT);
  }

  @Test
  void opensTheEvidenceAndLogsItBefore() {
    assertThat(records.openEvidence(call.recordId(), "案件調查", Actor.operator("kim")))
        .isEqualTo(REQUEST);
    log.end();
    assertThat(
            log.count(
                "SELECT COUNT(*) FROM audit_act WHERE action = 'EVIDENCE_OPENED'"
                    + " AND actor = 'operator:kim' AND reason = '案件調查' AND subject = 'record "
                    + call.recordId()
                    + "'"))
        .isOne();
  }

  @Test
  void opensNoEvidenceWithoutAReason() {
    assertCode(
        () -> records.openEvidence(call.recordId(), " ", Actor.HUB), ErrorCode.VALUE_INVALID);
  }

  @Test
  void opensNoEvidenceWhereNoneWasKept() {
    CallRecord without = Calls.served(log.log(), 1);
    log.append(without);
    assertCode(
        () -> records.openEvidence(without.recordId(), "why", Actor.HUB), ErrorCode.NOT_FOUND);
  }

  @Test
  void opensNoEvidenceOfAnotherRecord() {
    CallRecord other = Calls.served(log.log().newRecordId(), "301000000A", 1, REQUEST);
    log.append(other);
    log.sql()
        .update(
            "UPDATE audit_evidence SET sealed = (SELECT e.sealed FROM audit_evidence e"
                + " JOIN audit_row r ON r.node_id = e.node_id AND r.seq = e.seq"
                + " WHERE r.record_id = ?) WHERE seq = (SELECT seq FROM audit_row"
                + " WHERE record_id = ?)",
            other.recordId(),
            call.recordId());
    assertCode(
        () -> records.openEvidence(call.recordId(), "why", Actor.HUB), ErrorCode.INTERNAL_ERROR);
  }

  private static void assertCode(Runnable work, ErrorCode code) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            HubException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private X509Certificate certificate() {
    return KeyFiles.certificates(log.get(AuditSettings.class).checkpointCertificate()).get(0);
  }
}
