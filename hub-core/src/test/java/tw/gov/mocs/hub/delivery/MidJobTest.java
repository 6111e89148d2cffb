package tw.gov.mocs.hub.delivery;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.agency.EncryptionCertificates;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.Extract;
import tw.gov.mocs.hub.application.ExtractTable;
import tw.gov.mocs.hub.application.Grant;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.audit.CallCounts;
import tw.gov.mocs.hub.audit.LoggedActs;
import tw.gov.mocs.hub.audit.PersonHasher;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.delivery.DeliveryMapper.Made;
import tw.gov.mocs.hub.exchange.ExtractReader;
import tw.gov.mocs.hub.job.JobRecorder;
import tw.gov.mocs.hub.setting.RuntimeSettings;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** What comes between while a file is made, on every database. */
@OnEveryDatabase
class MidJobTest {

  /** Read after the other: parts of an extract stand in the order of their names. */
  private static final String SECOND = "TA_QUALIFICATION_REVIEW";

  private static final String RENAME = "ALTER TABLE personnel." + SECOND + " RENAME COLUMN ";

  private final FileCase files;
  private final ApplicationContext core;
  private final JdbcTemplate sql;
  private long read;

  MidJobTest(TestDatabase database) {
    files = new FileCase(database);
    core = files.core;
    sql = new JdbcTemplate(core.getBean("hubDataSource", DataSource.class));
  }

  @Test
  void failsClearlyAndLeavesNothing() throws IOException {
    Delivery running = running();
    makeWhileAColumnGoes(running);
    assertThat(read).as("rows read before").isPositive();
    assertThat(files.deliveries.get(running.deliveryNo()))
        .returns(DeliveryStatus.FAILED, Delivery::status)
        .returns(ErrorCode.SOURCE_DRIFT, Delivery::failure);
    assertThat(files.left(running)).isEmpty();
  }

  @Test
  void isMadeAnewOnceTheColumnIsBack() {
    Delivery running = running();
    makeWhileAColumnGoes(running);
    Delivery anew = files.start(new ApplicationNumber(running.applicationNo()));
    files.makeAll();
    assertThat(files.deliveries.get(anew.deliveryNo()).status()).isEqualTo(DeliveryStatus.READY);
  }

  @Test
  void isGivenBackAtOnceByANodeThatStops() throws IOException {
    Delivery running = running();
    AtomicReference<Runnable> stop = new AtomicReference<>(() -> {});
    DeliveryMaking node = making(new Disturbed(() -> requireNonNull(stop.get()).run()));
    stop.set(node::stop);
    node.make(running);
    assertThat(files.deliveries.get(running.deliveryNo()))
        .returns(DeliveryStatus.QUEUED, Delivery::status)
        .returns(0, Delivery::attempts);
    assertThat(files.left(running)).isEmpty();
    files.makeAll();
    assertThat(files.deliveries.get(running.deliveryNo()))
        .returns(DeliveryStatus.READY, Delivery::status)
        .returns(1, Delivery::attempts);
    assertThat(LoggedActs.of(core, running.applicationNo()))
        .containsSubsequence("DELIVERY_INTERRUPTED", "DELIVERY_MADE");
  }

  @Test
  void isGivenBackByANodeThatStopsBeforeItBegins() {
    Delivery running = running();
    DeliveryMaking node = making(core.getBean(FileMaker.class));
    node.stop();
    node.make(running);
    assertThat(files.deliveries.get(running.deliveryNo()))
        .returns(DeliveryStatus.QUEUED, Delivery::status)
        .returns(0, Delivery::attempts);
  }

  @Test
  void isBroughtToItsEndByANodeThatStopsWhileItIsLogged() {
    Delivery running = running();
    makeAndStopWhileLogging(running, () -> {});
    assertThat(files.deliveries.get(running.deliveryNo()).status()).isEqualTo(DeliveryStatus.READY);
  }

  @Test
  void doesNotFailByWhatANodeThatStopsCannotDo() {
    Delivery running = running();
    makeAndStopWhileLogging(
        running,
        () -> {
          throw new HubException(ErrorCode.LOG_UNAVAILABLE, "the hub is stopping");
        });
    assertThat(files.deliveries.get(running.deliveryNo()).status())
        .isEqualTo(DeliveryStatus.RUNNING);
    assertThat(LoggedActs.of(core, running.applicationNo())).doesNotContain("DELIVERY_FAILED");
  }

  private void makeAndStopWhileLogging(Delivery running, Runnable then) {
    AtomicReference<Runnable> stop = new AtomicReference<>(() -> {});
    DeliveryLog log =
        new DeliveryLog(core.getBean(AuditLog.class), core.getBean(Clock.class)) {
          @Override
          void append(
              Delivery delivery, Grant grant, X509Certificate recipient, Path persons, Made made)
              throws IOException {
            requireNonNull(stop.get()).run();
            then.run();
            super.append(delivery, grant, recipient, persons, made);
          }
        };
    DeliveryMaking node = making(core.getBean(FileMaker.class), log);
    stop.set(node::stop);
    node.make(running);
  }

  private void makeWhileAColumnGoes(Delivery running) {
    try {
      making(new Disturbed(() -> sql.execute(RENAME + "ID_NO TO ID_NO_AWAY"))).make(running);
    } finally {
      sql.execute(RENAME + "ID_NO_AWAY TO ID_NO");
    }
  }

  private Delivery running() {
    files.ministry.registerEncryption(FileCase.REGISTRAR);
    ExtractTable first = FileCase.extract().tables().get(0);
    ExtractTable second = new ExtractTable(SECOND, first.fields(), first.conditions());
    Extract two = new Extract(Extract.Format.CSV, 10L, List.of(first, second));
    Delivery queued = files.start(files.ministry.grantFile(two, FileCase.REVIEWER));
    core.getBean(DeliveryMapper.class)
        .claim(queued.deliveryNo(), queued.version(), Instant.now().plusSeconds(60));
    return files.deliveries.get(queued.deliveryNo());
  }

  private DeliveryMaking making(FileMaker maker) {
    return making(maker, core.getBean(DeliveryLog.class));
  }

  private DeliveryMaking making(FileMaker maker, DeliveryLog log) {
    return new DeliveryMaking(
        core.getBean(DeliveryMapper.class),
        files.deliveries,
        maker,
        core.getBean(DeliveryFolder.class),
        log,
        core.getBean(DeliveryNotices.class),
        core.getBean(RuntimeSettings.class),
        core.getBean(EncryptionCertificates.class),
        core.getBean(PersonHasher.class),
        core.getBean(TransactionTemplate.class),
        core.getBean(CallCounts.class),
        core.getBean(Clock.class),
        core.getBean(JobRecorder.class));
  }

  /** Makes a file; something happens with the first row of its first table. */
  private final class Disturbed extends FileMaker {

    private final Runnable then;

    Disturbed(Runnable then) {
      super(
          core.getBean(ExtractReader.class),
          core.getBean(DeliverySettings.class),
          core.getBean(Clock.class));
      this.then = then;
    }

    @Override
    Contents write(
        String deliveryNo,
        Grant grant,
        X509Certificate recipient,
        SealForm form,
        OutputStream to,
        Watch watch)
        throws IOException {
      return super.write(deliveryNo, grant, recipient, form, to, disturbing(watch));
    }

    private Watch disturbing(Watch watch) {
      return new Watch() {
        @Override
        public void written(long rows) throws IOException {
          watch.written(rows);
        }

        @Override
        public void read() throws IOException {
          watch.read();
          if (read++ == 0) {
            then.run();
          }
        }

        @Override
        public void person(String identityNumber) throws IOException {
          watch.person(identityNumber);
        }
      };
    }
  }
}
