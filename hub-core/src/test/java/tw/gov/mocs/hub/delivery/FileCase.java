package tw.gov.mocs.hub.delivery;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.Extract;
import tw.gov.mocs.hub.application.ExtractTable;
import tw.gov.mocs.hub.application.Ministry;
import tw.gov.mocs.hub.application.RowCondition;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.demo.SampleRecords;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** An agency that was granted a file, and the people who make it. */
final class FileCase {

  static final Actor REGISTRAR = new Actor("registrar", "b1".repeat(32), null);
  static final Actor REVIEWER = new Actor("decider", "b2".repeat(32), null);
  static final Actor STARTER = new Actor("starter", "b3".repeat(32), null);

  final ApplicationContext core;
  final Deliveries deliveries;
  final Ministry ministry;
  private final DeliveryJobs jobs;
  private final Path folder;

  FileCase(TestDatabase database) {
    core = CoreWithRecords.shared(database);
    deliveries = core.getBean(Deliveries.class);
    jobs = core.getBean(DeliveryJobs.class);
    folder = Path.of(core.getEnvironment().getRequiredProperty("hub.delivery.folder"));
    ministry = new Ministry(core);
  }

  /** The number of a granted application. */
  ApplicationNumber granted() {
    ministry.registerEncryption(REGISTRAR);
    return ministry.grantFile(extract(), REVIEWER);
  }

  static Extract extract() {
    RowCondition one =
        new RowCondition("idNo", RowCondition.Operator.EQUAL, List.of(SampleRecords.sampleIdNo()));
    ExtractTable table =
        new ExtractTable("TA_PERFORMANCE_APPRAISAL", List.of("recordNo", "idNo"), List.of(one));
    return new Extract(Extract.Format.CSV, 10L, List.of(table));
  }

  Delivery start(ApplicationNumber number) {
    return start(number, STARTER);
  }

  Delivery start(ApplicationNumber number, Actor actor) {
    return deliveries.start(number, SealForm.GCM, actor);
  }

  Delivery made() {
    Delivery queued = start(granted());
    makeAll();
    return deliveries.get(queued.deliveryNo());
  }

  void makeAll() {
    for (boolean more = true; more; ) {
      more = jobs.makeNext();
    }
  }

  Path file(Delivery delivery) {
    return folder.resolve(delivery.deliveryNo() + ".p7m");
  }

  /** The names of all files of a delivery. */
  List<String> left(Delivery delivery) throws IOException {
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

  static void refuses(ErrorCode code, Runnable act) {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(act::run)
        .returns(code, HubException::code);
  }
}
