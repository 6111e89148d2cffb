package tw.gov.mocs.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.Extract;
import tw.gov.mocs.hub.application.ExtractTable;
import tw.gov.mocs.hub.application.GrantControl;
import tw.gov.mocs.hub.application.Grants;
import tw.gov.mocs.hub.application.Ministry;
import tw.gov.mocs.hub.application.RowCondition;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.LogSearches;
import tw.gov.mocs.hub.audit.LoggedActs;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.demo.SampleRecords;
import tw.gov.mocs.hub.shared.Digests;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** From a granted extract to a file that waits for its agency, on every database. */
@OnEveryDatabase
class DeliveriesTest {

  private static final Actor REGISTRAR = new Actor("registrar", null, null);
  private static final Actor REVIEWER = new Actor("decider", null, null);
  private static final Actor STARTER = new Actor("starter", null, null);

  private final ApplicationContext core;
  private final Deliveries deliveries;
  private final DeliveryJobs jobs;
  private final JdbcTemplate sql;
  private final Path folder;
  private final Ministry ministry;

  DeliveriesTest(TestDatabase database) {
    core = CoreWithRecords.shared(database);
    deliveries = core.getBean(Deliveries.class);
    jobs = core.getBean(DeliveryJobs.class);
    sql = new JdbcTemplate(core.getBean("hubDataSource", DataSource.class));
    folder = Path.of(core.getEnvironment().getRequiredProperty("hub.delivery.folder"));
    ministry = new Ministry(core);
  }

  @Test
  void isMadeWholeAndKnowsItsDigest() throws IOException {
    Delivery made = made(granted());
    assertThat(made.status()).isEqualTo(DeliveryStatus.READY);
    byte[] file = Files.readAllBytes(file(made));
    assertThat(made.bytes()).isEqualTo(file.length);
    assertThat(made.sha256()).isEqualTo(HexFormat.of().formatHex(Digests.sha256(file)));
    assertThat(made.rowsWritten()).isPositive();
    assertThat(made.expiresAt()).isAfter(Instant.now());
    assertThat(left(made)).containsExactly(made.deliveryNo() + ".p7m");
  }

  @Test
  void theLogKnowsEveryPersonInIt() {
    Delivery made = made(granted());
    Actor auditor = new Actor("auditor", null, null);
    assertThat(
            core.getBean(LogSearches.class)
                .disclosures(List.of(SampleRecords.sampleIdNo()), null, null, "查核", auditor)
                .toString())
        .contains(made.deliveryNo());
    assertThat(LoggedActs.of(core, made.applicationNo()))
        .contains("DELIVERY_STARTED", "DELIVERY_MADE");
  }

  @Test
  void isStartedByNobodyWhoDecidedOrConfirmed() {
    ApplicationNumber number = granted();
    refuses(ErrorCode.DUTIES_NOT_SEPARATE, () -> start(number, REVIEWER));
    refuses(ErrorCode.DUTIES_NOT_SEPARATE, () -> start(number, REGISTRAR));
    start(number, STARTER);
    refuses(ErrorCode.DUTIES_NOT_SEPARATE, () -> ministry.registerEncryption(STARTER));
  }

  @Test
  void isOneAtATime() {
    ApplicationNumber number = granted();
    Delivery first = start(number, STARTER);
    refuses(ErrorCode.ALREADY_EXISTS, () -> start(number, STARTER));
    deliveries.cancel(first.deliveryNo(), first.version(), "重做", STARTER);
    assertThat(start(number, STARTER).status()).isEqualTo(DeliveryStatus.QUEUED);
  }

  @Test
  void needsACertificateToEncryptTo() {
    ApplicationNumber number = ministry.grantFile(extract(), REVIEWER);
    refuses(ErrorCode.ENCRYPTION_CERTIFICATE_MISSING, () -> start(number, STARTER));
  }

  @Test
  void needsAGrantInForce() {
    ApplicationNumber number = granted();
    int version = core.getBean(Grants.class).find(number).orElseThrow().version();
    core.getBean(GrantControl.class).suspend(number, version, "查核中", REVIEWER);
    refuses(ErrorCode.GRANT_SUSPENDED, () -> start(number, STARTER));
  }

  @Test
  void isMadeAnewWhenItsNodeHasEnded() throws IOException {
    Delivery queued = start(granted(), STARTER);
    claim(queued, Instant.now().minusSeconds(1));
    jobsUntilNoneWaits();
    Delivery made = deliveries.get(queued.deliveryNo());
    assertThat(made.status()).isEqualTo(DeliveryStatus.READY);
    assertThat(made.attempts()).isEqualTo(2);
    assertThat(left(made)).containsExactly(made.deliveryNo() + ".p7m");
  }

  @Test
  void isLeftAloneWhileItsNodeIsAtWork() {
    Delivery queued = start(granted(), STARTER);
    claim(queued, Instant.now().plusSeconds(60));
    jobsUntilNoneWaits();
    assertThat(deliveries.get(queued.deliveryNo()).status()).isEqualTo(DeliveryStatus.RUNNING);
  }

  @Test
  void isGivenUpWhenItIsCancelledMeanwhile() throws IOException {
    Delivery queued = start(granted(), STARTER);
    claim(queued, Instant.now().plusSeconds(60));
    Delivery running = deliveries.get(queued.deliveryNo());
    deliveries.cancel(running.deliveryNo(), running.version(), "不需要", STARTER);
    core.getBean(DeliveryMaking.class).make(running);
    assertThat(deliveries.get(queued.deliveryNo()).status()).isEqualTo(DeliveryStatus.CANCELLED);
    assertThat(left(queued)).isEmpty();
  }

  @Test
  void itsFileIsDeletedWithIt() throws IOException {
    Delivery made = made(granted());
    deliveries.cancel(made.deliveryNo(), made.version(), "內容有誤", STARTER);
    assertThat(left(made)).isEmpty();
  }

  @Test
  void failsWhenAColumnIsGone() throws IOException {
    ApplicationNumber number = granted();
    Delivery queued = start(number, STARTER);
    sql.execute("ALTER TABLE personnel.TA_PERFORMANCE_APPRAISAL RENAME COLUMN ID_NO TO ID_NO_AWAY");
    try {
      jobsUntilNoneWaits();
    } finally {
      sql.execute(
          "ALTER TABLE personnel.TA_PERFORMANCE_APPRAISAL RENAME COLUMN ID_NO_AWAY TO ID_NO");
    }
    Delivery failed = deliveries.get(queued.deliveryNo());
    assertThat(failed.status()).isEqualTo(DeliveryStatus.FAILED);
    assertThat(failed.failure()).isEqualTo(ErrorCode.SOURCE_DRIFT);
    assertThat(left(failed)).isEmpty();
    assertThat(start(number, STARTER).status()).isEqualTo(DeliveryStatus.QUEUED);
  }

  @Test
  void isGivenUpAfterThreeNodesEnded() {
    Delivery queued = start(granted(), STARTER);
    claim(queued, Instant.now().minusSeconds(1));
    sql.update("UPDATE delivery SET attempts = 3 WHERE delivery_no = ?", queued.deliveryNo());
    jobsUntilNoneWaits();
    assertThat(deliveries.get(queued.deliveryNo()).failure()).isEqualTo(ErrorCode.INTERNAL_ERROR);
  }

  private void jobsUntilNoneWaits() {
    for (boolean more = true; more; ) {
      more = jobs.makeNext();
    }
  }

  private Delivery made(ApplicationNumber number) {
    Delivery queued = start(number, STARTER);
    jobsUntilNoneWaits();
    return deliveries.get(queued.deliveryNo());
  }

  private void claim(Delivery delivery, Instant until) {
    core.getBean(DeliveryMapper.class).claim(delivery.deliveryNo(), delivery.version(), until);
  }

  private ApplicationNumber granted() {
    ministry.registerEncryption(REGISTRAR);
    return ministry.grantFile(extract(), REVIEWER);
  }

  private static Extract extract() {
    return new Extract(
        Extract.Format.CSV,
        10L,
        List.of(
            new ExtractTable(
                "TA_PERFORMANCE_APPRAISAL",
                List.of("recordNo", "idNo"),
                List.of(
                    new RowCondition(
                        "idNo",
                        RowCondition.Operator.EQUAL,
                        List.of(SampleRecords.sampleIdNo()))))));
  }

  private Delivery start(ApplicationNumber number, Actor actor) {
    return deliveries.start(number, SealForm.GCM, actor);
  }

  private Path file(Delivery delivery) {
    return folder.resolve(delivery.deliveryNo() + ".p7m");
  }

  private List<String> left(Delivery delivery) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(delivery.deliveryNo()))
          .toList();
    }
  }

  private static void refuses(ErrorCode code, Runnable act) {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(act::run)
        .returns(code, HubException::code);
  }
}
