package tw.gov.mocs.hub.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.ArchiveNow;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.audit.CallRecord;
import tw.gov.mocs.hub.audit.CheckpointNow;
import tw.gov.mocs.hub.audit.Claims;
import tw.gov.mocs.hub.audit.LogArchiving;
import tw.gov.mocs.hub.audit.LoggedActs;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.demo.DemoPki;
import tw.gov.mocs.hub.demo.SharedPki;
import tw.gov.mocs.hub.evidence.EvidenceLine.State;
import tw.gov.mocs.hub.shared.Digests;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.KeyFiles;
import tw.gov.mocs.hub.trust.Certificates;

/** Evidence from the log to its reader, on every database. */
@OnEveryDatabase
class EvidenceExportTest {

  private static final Map<TestDatabase, ConfigurableApplicationContext> CORES =
      new EnumMap<>(TestDatabase.class);
  private static final Actor AUDITOR = new Actor("auditor", null, null);
  private static final String PURPOSE = "案號 1";
  private static final byte[] REQUEST = "<Envelope/>".getBytes(StandardCharsets.UTF_8);

  @TempDir private static Path archive = Path.of("");

  private static DemoPki pki;
  private static X509Certificate recipient;
  private static PrivateKey key;

  private final ConfigurableApplicationContext core;
  private final EvidenceExport export;

  EvidenceExportTest(TestDatabase database) {
    core =
        CORES.computeIfAbsent(
            database,
            fresh ->
                TestCore.start(
                    fresh,
                    Map.of("hub.retention.folder", archive.resolve(fresh.name()).toString())));
    export = core.getBean(EvidenceExport.class);
  }

  @BeforeAll
  static void make() throws Exception {
    Path folder = Files.createTempDirectory("evidence");
    pki = SharedPki.in(folder);
    recipient = KeyFiles.certificates(pki.agencyAEncryption().certificate()).get(0);
    key = KeyFiles.privateKey(pki.agencyAEncryption().key());
  }

  @AfterAll
  static void close() {
    CORES.values().forEach(ConfigurableApplicationContext::close);
    CORES.clear();
  }

  @Test
  void holdsForItsReader() {
    EvidencePackage evidence = opened(called(null));
    assertThat(new String(evidence.files().get("README.txt"), StandardCharsets.UTF_8))
        .contains("本檔案含有個人資料", "holds personal data", "verify-evidence");
    assertThat(evidence.files().keySet())
        .containsExactly("README.txt", "record.txt", "proof.txt", "checkpoint.crt");
    assertThat(check(evidence, List.of()))
        .extracting(EvidenceLine::state)
        .containsExactly(State.HOLDS, State.NOTE, State.NOTE, State.NOTE);
  }

  @Test
  void holdsTheRequestWhereItWasKept() {
    EvidencePackage evidence = opened(called(REQUEST));
    assertThat(evidence.files().get("request.xml")).isEqualTo(REQUEST);
    assertThat(check(evidence, List.of()))
        .filteredOn(line -> line.english().contains("digest of its signed Body"))
        .extracting(EvidenceLine::state)
        .containsExactly(State.HOLDS);
    Map<String, byte[]> without = new LinkedHashMap<>(evidence.files());
    without.remove("request.xml");
    assertThat(check(new EvidencePackage(without), List.of()))
        .extracting(EvidenceLine::state)
        .contains(State.FAILS);
  }

  @Test
  void holdsOfAnArchivedRecord() {
    String id = called(REQUEST);
    assertThat(ArchiveNow.by(core.getBean(LogArchiving.class))).isPositive();
    EvidencePackage evidence = opened(id);
    assertThat(evidence.files().get("request.xml")).isEqualTo(REQUEST);
    assertThat(check(evidence, List.of()).get(0).state()).isEqualTo(State.HOLDS);
  }

  @Test
  void doesNotHoldWithoutTheRevocationAnswersThatTheRecordNames() {
    String revocation = "GOOD CRL http://ca.example/list.crl 2026-11-27T01:00:00Z";
    assertThat(check(opened(called(null, revocation)), List.of()))
        .filteredOn(line -> line.state() == State.FAILS)
        .extracting(EvidenceLine::english)
        .containsExactly(
            "answers about revocation are missing: the record says \"%s\", and the package holds no"
                    .formatted(revocation)
                + " word of an authority on the certificate of the caller");
  }

  @Test
  void saysInWordsOfItsOwnWhatOfTheRequestDoesNotHold() {
    HubException changed =
        new HubException(
            ErrorCode.SIGNATURE_INVALID, RequestSignature.CHANGED_PART.formatted("Body"));
    EvidenceCheck check =
        new EvidenceCheck(
            opened(called(REQUEST)),
            List.of(),
            (message, known) -> {
              throw changed;
            });
    assertThat(check.lines())
        .filteredOn(line -> line.state() == State.FAILS)
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.chinese()).contains("請求遭變更或其簽章無效", "簽署後 Body 的內容曾被變更");
              assertThat(line.english()).contains("Body was changed after it was signed");
            });
  }

  @Test
  void doesNotHoldUnderAnotherKeyThanTheReaderKnows() {
    assertThat(check(opened(called(null)), List.of(recipient)).get(0).state())
        .isEqualTo(State.FAILS);
  }

  @Test
  void doesNotHoldForAnotherRecord() {
    Map<String, byte[]> files = new LinkedHashMap<>(opened(called(null)).files());
    String proof = new String(files.get("proof.txt"), StandardCharsets.US_ASCII);
    String salt = proof.replaceFirst("(?s).*\nsalt ([0-9a-f]+)\n.*", "$1");
    files.put(
        "proof.txt",
        proof.replace(salt, "0".repeat(salt.length())).getBytes(StandardCharsets.US_ASCII));
    assertThat(check(new EvidencePackage(files), List.of()).get(0).state()).isEqualTo(State.FAILS);
  }

  @Test
  void opensForItsRecipientAlone() {
    byte[] sealed = export.export(called(null), recipient, "法院調取", AUDITOR);
    PrivateKey another = KeyFiles.privateKey(pki.agencyA().key());
    refused(() -> SealedEvidence.open(sealed, another));
  }

  @Test
  void doesNotOpenOnceItWasChanged() {
    byte[] sealed = export.export(called(null), recipient, "法院調取", AUDITOR);
    sealed[sealed.length - 100] ^= 1;
    refused(() -> SealedEvidence.open(sealed, key));
  }

  @Test
  void isInTheLogWithItsReasonAndRecipient() {
    String id = called(REQUEST);
    export.export(id, recipient, "法院調取", AUDITOR);
    assertThat(LoggedActs.of(core, "record " + id))
        .containsExactlyInAnyOrder("EVIDENCE_EXPORTED", "EVIDENCE_OPENED");
    assertThat(LoggedActs.of(core, "reason", "record " + id)).containsOnly("法院調取");
    assertThat(LoggedActs.of(core, "state_after", "record " + id))
        .anyMatch(
            text -> text != null && text.startsWith("to " + Certificates.thumbprint(recipient)));
  }

  @Test
  void saysInThePackageAndInTheLogThatTheRecordWasChanged() {
    String id = called(null);
    String change = "UPDATE audit_call SET purpose = ? WHERE request_id = ?";
    JdbcTemplate sql = new JdbcTemplate(core.getBean("hubDataSource", DataSource.class));
    sql.update(change, "another", id);
    EvidencePackage evidence = opened(id);
    sql.update(change, PURPOSE, id);
    assertThat(new String(evidence.files().get("README.txt"), StandardCharsets.UTF_8))
        .contains("本證據不成立", "it has changed content. It is no evidence.");
    assertThat(check(evidence, List.of()).get(0).state()).isEqualTo(State.FAILS);
    assertThat(LoggedActs.of(core, "state_after", "record " + id))
        .anyMatch(text -> text != null && text.endsWith("; the record has changed content"));
  }

  @Test
  void saysNothingOfTheKindOfARecordThatFits() {
    EvidencePackage evidence = opened(called(null));
    assertThat(new String(evidence.files().get("README.txt"), StandardCharsets.UTF_8))
        .doesNotContain("不成立", "no evidence");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "查 A123456789"})
  void isNotMadeWithoutAReason(String reason) {
    String id = called(null);
    refused(() -> export.export(id, recipient, reason, AUDITOR));
    assertThat(LoggedActs.of(core, "record " + id)).isEmpty();
  }

  private static void refused(Runnable work) {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(work::run)
        .returns(ErrorCode.VALUE_INVALID, HubException::code);
  }

  private EvidencePackage opened(String recordId) {
    return EvidencePackage.read(
        SealedEvidence.open(export.export(recordId, recipient, "法院調取", AUDITOR), key));
  }

  /** The signature itself is verified where SOAP is known. */
  private static List<EvidenceLine> check(EvidencePackage evidence, List<X509Certificate> trusted) {
    return new EvidenceCheck(
            evidence,
            trusted,
            (message, known) -> new RequestSignature(recipient, Digests.sha256(message)))
        .lines();
  }

  /** A call that a checkpoint covers. */
  private String called(byte @Nullable [] request) {
    return called(request, "GOOD");
  }

  private String called(byte @Nullable [] request, String revocation) {
    AuditLog log = core.getBean(AuditLog.class);
    String id = log.newRecordId();
    Instant now = Instant.now();
    log.append(
        new CallRecord(
            id,
            new CallRecord.Who(1, "A01", "0a", "ab".repeat(32), null, "192.0.2.7", revocation),
            new CallRecord.What("SQ_TA_001", id, "APSQ11500001", 1, PURPOSE, null),
            now,
            now,
            now,
            new CallRecord.Outcome("OK", null, 1, 10, new byte[32]),
            Set.of(),
            Digests.sha256(REQUEST),
            request),
        new Claims(Digests.sha256(id.getBytes(StandardCharsets.UTF_8)), now, null, null));
    CheckpointNow.by(core);
    return id;
  }
}
