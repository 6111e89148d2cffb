package tw.gov.mocs.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.GrantControl;
import tw.gov.mocs.hub.application.Grants;
import tw.gov.mocs.hub.application.Ministry;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.CallRecords;
import tw.gov.mocs.hub.audit.CallSearch;
import tw.gov.mocs.hub.audit.LogSearches;
import tw.gov.mocs.hub.audit.LoggedActs;
import tw.gov.mocs.hub.audit.PersonHash;
import tw.gov.mocs.hub.audit.PersonHasher;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.demo.SampleRecords;
import tw.gov.mocs.hub.shared.Digests;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** From a granted extract to a file that waits for its agency, on every database. */
@OnEveryDatabase
class DeliveriesTest {

  private final FileCase files;
  private final Deliveries deliveries;
  private final JdbcTemplate sql;

  DeliveriesTest(TestDatabase database) {
    files = new FileCase(database);
    deliveries = files.deliveries;
    sql = new JdbcTemplate(files.core.getBean("hubDataSource", DataSource.class));
  }

  @Test
  void isMadeWholeAndKnowsItsDigest() throws IOException {
    Delivery made = files.made();
    assertThat(made.status()).isEqualTo(DeliveryStatus.READY);
    byte[] file = Files.readAllBytes(files.file(made));
    assertThat(made.bytes()).isEqualTo(file.length);
    assertThat(made.sha256()).isEqualTo(HexFormat.of().formatHex(Digests.sha256(file)));
    assertThat(made.rowsWritten()).isPositive();
    assertThat(made.expiresAt()).isAfter(Instant.now());
    assertThat(files.left(made)).containsExactly(made.deliveryNo() + ".p7m");
  }

  @Test
  void theLogKnowsEveryPersonInIt() {
    Delivery made = files.made();
    Actor auditor = new Actor("auditor", null, null);
    List<PersonHash> sample =
        files.core.getBean(PersonHasher.class).hashesOf(SampleRecords.sampleIdNo());
    assertThat(
            files
                .core
                .getBean(LogSearches.class)
                .disclosures(sample, null, null, "查核", auditor)
                .toString())
        .contains(made.deliveryNo());
    assertThat(LoggedActs.of(files.core, made.applicationNo()))
        .contains("DELIVERY_STARTED", "DELIVERY_MADE");
  }

  @Test
  void isOneCallOfItsAgency() {
    Delivery made = files.made();
    CallSearch search =
        new CallSearch(
            files.ministry.agency.id(),
            null,
            null,
            Deliveries.OPERATION,
            made.applicationNo(),
            null,
            null,
            null,
            false,
            1,
            10);
    assertThat(files.core.getBean(CallRecords.class).search(search).items())
        .singleElement()
        .satisfies(line -> assertThat(line.rows()).isEqualTo((int) made.rowsWritten()))
        .satisfies(line -> assertThat(line.bytes()).isEqualTo(made.bytes()));
  }

  @Test
  void isStartedByNobodyWhoDecidedOrConfirmed() {
    ApplicationNumber number = files.granted();
    FileCase.refuses(ErrorCode.DUTIES_NOT_SEPARATE, () -> files.start(number, FileCase.REVIEWER));
    FileCase.refuses(ErrorCode.DUTIES_NOT_SEPARATE, () -> files.start(number, FileCase.REGISTRAR));
    files.start(number);
    FileCase.refuses(
        ErrorCode.DUTIES_NOT_SEPARATE, () -> files.ministry.registerEncryption(FileCase.STARTER));
  }

  @Test
  void anotherAccountOfTheSameCardIsTheSamePerson() {
    ApplicationNumber number = files.granted();
    for (Actor actor : List.of(FileCase.REVIEWER, FileCase.REGISTRAR)) {
      FileCase.refuses(
          ErrorCode.DUTIES_NOT_SEPARATE, () -> files.start(number, Ministry.anew(actor)));
    }
    files.start(number);
    Actor starter = Ministry.anew(FileCase.STARTER);
    FileCase.refuses(
        ErrorCode.DUTIES_NOT_SEPARATE, () -> files.ministry.registerEncryption(starter));
  }

  @Test
  void isCancelledByNobodyWhoDecidedOrConfirmed() {
    Delivery made = files.made();
    for (Actor actor : List.of(FileCase.REVIEWER, FileCase.REGISTRAR)) {
      assertThat(deliveries.mayHandle(made.agencyId(), actor)).isFalse();
      FileCase.refuses(
          ErrorCode.DUTIES_NOT_SEPARATE,
          () -> deliveries.cancel(made.deliveryNo(), made.version(), "內容有誤", actor));
    }
    assertThat(deliveries.mayHandle(made.agencyId(), FileCase.STARTER)).isTrue();
    assertThat(deliveries.get(made.deliveryNo()).status()).isEqualTo(DeliveryStatus.READY);
  }

  @Test
  void whoCancelledConfirmsNoCertificate() {
    Delivery made = files.made();
    Actor other = new Actor("canceller", "b4".repeat(32), null);
    deliveries.cancel(made.deliveryNo(), made.version(), "內容有誤", other);
    assertThat(refusal(() -> files.ministry.registerEncryption(other)))
        .contains("取消檔案或准予重新下載、確認憑證", "cancel a file, or allow another download");
    FileCase.refuses(
        ErrorCode.DUTIES_NOT_SEPARATE,
        () -> files.ministry.registerEncryption(Ministry.anew(other)));
  }

  @Test
  void aRefusalNamesTheTwoActs() {
    ApplicationNumber number = files.granted();
    assertThat(refusal(() -> files.start(number, FileCase.REVIEWER)))
        .contains("審核申請案、產製檔案", "decide an application; make a file");
    assertThat(refusal(() -> files.start(number, FileCase.REGISTRAR)))
        .contains("確認憑證、產製檔案", "confirm a certificate; make a file");
    files.start(number);
    assertThat(refusal(() -> files.ministry.registerEncryption(FileCase.STARTER)))
        .contains("產製檔案、確認憑證");
  }

  /** What it says in both languages. */
  private static String refusal(ThrowingCallable act) {
    HubException refused = catchThrowableOfType(HubException.class, act);
    return refused.code().message(Locale.TAIWAN, refused.told())
        + refused.code().message(Locale.ENGLISH, refused.told());
  }

  @Test
  void isOneAtATime() {
    ApplicationNumber number = files.granted();
    Delivery first = files.start(number);
    FileCase.refuses(ErrorCode.ALREADY_EXISTS, () -> files.start(number));
    deliveries.cancel(first.deliveryNo(), first.version(), "重做", FileCase.STARTER);
    assertThat(files.start(number).status()).isEqualTo(DeliveryStatus.QUEUED);
  }

  @Test
  void needsACertificateToEncryptTo() {
    ApplicationNumber number = files.ministry.grantFile(FileCase.extract(), FileCase.REVIEWER);
    FileCase.refuses(ErrorCode.ENCRYPTION_CERTIFICATE_MISSING, () -> files.start(number));
  }

  @Test
  void needsAGrantInForce() {
    ApplicationNumber number = files.granted();
    int version = files.core.getBean(Grants.class).find(number).orElseThrow().version();
    files.core.getBean(GrantControl.class).suspend(number, version, "查核中", FileCase.REVIEWER);
    FileCase.refuses(ErrorCode.GRANT_SUSPENDED, () -> files.start(number));
  }

  @Test
  void isMadeAnewWhenItsNodeHasEnded() throws IOException {
    Delivery queued = files.start(files.granted());
    claim(queued, Instant.now().minusSeconds(1));
    leaveParts(queued);
    files.makeAll();
    Delivery made = deliveries.get(queued.deliveryNo());
    assertThat(made.status()).isEqualTo(DeliveryStatus.READY);
    assertThat(made.attempts()).isEqualTo(2);
    assertThat(files.left(made)).containsExactly(made.deliveryNo() + ".p7m");
    assertThat(LoggedActs.of(files.core, made.applicationNo()))
        .containsSubsequence("DELIVERY_STARTED", "DELIVERY_INTERRUPTED", "DELIVERY_MADE");
  }

  @Test
  void whatItsNodeLeftIsDeletedWhenItIsCancelled() throws IOException {
    Delivery queued = files.start(files.granted());
    claim(queued, Instant.now().minusSeconds(1));
    leaveParts(queued);
    int version = deliveries.get(queued.deliveryNo()).version();
    deliveries.cancel(queued.deliveryNo(), version, "不需要", FileCase.STARTER);
    assertThat(files.left(queued)).isEmpty();
  }

  /** As a node leaves them that is killed. */
  private void leaveParts(Delivery delivery) throws IOException {
    for (String end : List.of(".1.part", ".1.persons")) {
      Path part = files.file(delivery).resolveSibling(delivery.deliveryNo() + end);
      Files.createDirectories(part.getParent());
      Files.writeString(part, "half");
    }
  }

  @Test
  void isLeftAloneWhileItsNodeIsAtWork() {
    Delivery queued = files.start(files.granted());
    claim(queued, Instant.now().plusSeconds(60));
    files.makeAll();
    assertThat(deliveries.get(queued.deliveryNo()).status()).isEqualTo(DeliveryStatus.RUNNING);
  }

  @Test
  void isGivenUpWhenItIsCancelledMeanwhile() throws IOException {
    Delivery queued = files.start(files.granted());
    claim(queued, Instant.now().plusSeconds(60));
    Delivery running = deliveries.get(queued.deliveryNo());
    deliveries.cancel(running.deliveryNo(), running.version(), "不需要", FileCase.STARTER);
    files.core.getBean(DeliveryMaking.class).make(running);
    assertThat(deliveries.get(queued.deliveryNo()).status()).isEqualTo(DeliveryStatus.CANCELLED);
    assertThat(files.left(queued)).isEmpty();
  }

  @Test
  void itsFileIsDeletedWithIt() throws IOException {
    Delivery made = files.made();
    deliveries.cancel(made.deliveryNo(), made.version(), "內容有誤", FileCase.STARTER);
    assertThat(files.left(made)).isEmpty();
  }

  @Test
  void failsWhenAColumnIsGone() throws IOException {
    ApplicationNumber number = files.granted();
    Delivery queued = files.start(number);
    sql.execute("ALTER TABLE personnel.TA_PERFORMANCE_APPRAISAL RENAME COLUMN ID_NO TO ID_NO_AWAY");
    try {
      files.makeAll();
    } finally {
      sql.execute(
          "ALTER TABLE personnel.TA_PERFORMANCE_APPRAISAL RENAME COLUMN ID_NO_AWAY TO ID_NO");
    }
    Delivery failed = deliveries.get(queued.deliveryNo());
    assertThat(failed.status()).isEqualTo(DeliveryStatus.FAILED);
    assertThat(failed.failure()).isEqualTo(ErrorCode.SOURCE_DRIFT);
    assertThat(files.left(failed)).isEmpty();
    assertThat(files.start(number).status()).isEqualTo(DeliveryStatus.QUEUED);
  }

  @Test
  void failsOnAFullDiskAndLeavesNothing() throws IOException {
    ApplicationNumber number = files.granted();
    Delivery queued = files.start(number);
    Path part = files.file(queued).resolveSibling(queued.deliveryNo() + ".1.part");
    Files.createDirectories(part.getParent());
    // Whoever writes to it is told that there is no space left.
    Files.createSymbolicLink(part, Path.of("/dev/full"));
    files.makeAll();
    assertThat(deliveries.get(queued.deliveryNo()))
        .returns(DeliveryStatus.FAILED, Delivery::status)
        .returns(ErrorCode.FILE_STORE_FULL, Delivery::failure);
    assertThat(files.left(queued)).isEmpty();
    Delivery anew = files.start(number);
    files.makeAll();
    assertThat(deliveries.get(anew.deliveryNo()).status()).isEqualTo(DeliveryStatus.READY);
  }

  @Test
  void isGivenUpAfterThreeNodesEnded() {
    Delivery queued = files.start(files.granted());
    claim(queued, Instant.now().minusSeconds(1));
    sql.update("UPDATE delivery SET attempts = 3 WHERE delivery_no = ?", queued.deliveryNo());
    files.makeAll();
    assertThat(deliveries.get(queued.deliveryNo()).failure()).isEqualTo(ErrorCode.INTERNAL_ERROR);
  }

  private void claim(Delivery delivery, Instant until) {
    files
        .core
        .getBean(DeliveryMapper.class)
        .claim(delivery.deliveryNo(), delivery.version(), until);
  }
}
