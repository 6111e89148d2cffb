package tw.gov.mocs.hub.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.job.Job;
import tw.gov.mocs.hub.job.JobRecorder;
import tw.gov.mocs.hub.shared.BareFailure;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;

/** Opens and closes services on the day that was announced, once, whichever node comes first. */
@Component
class ServiceSwitches {

  private static final Logger LOG = LoggerFactory.getLogger(ServiceSwitches.class);
  private static final long MINUTE = 60_000;

  private final JobRecorder jobs;
  private final Catalogue catalogue;
  private final Clock clock;

  ServiceSwitches(Catalogue catalogue, Clock clock, JobRecorder jobs) {
    this.catalogue = catalogue;
    this.clock = clock;
    this.jobs = jobs;
  }

  @Scheduled(initialDelay = 5_000, fixedDelay = MINUTE)
  void run() {
    try {
      jobs.run(
          Job.SERVICE_SWITCHES,
          Duration.ofMillis(MINUTE),
          () -> switchDue(RocDate.dayOf(clock.instant())));
    } catch (RuntimeException e) {
      LOG.warn(
          "announced changes of services cannot be made, next try in a minute: {}",
          BareFailure.of(e).getMessage());
    }
  }

  /** Makes every change that is due on this day. */
  void switchDue(LocalDate today) {
    for (ExchangeService service : catalogue.current().services().values()) {
      PlannedSwitch planned = service.planned();
      if (planned != null && !planned.day().isAfter(today)) {
        make(service, planned);
      }
    }
  }

  private void make(ExchangeService service, PlannedSwitch planned) {
    try {
      if (service.status() == ServiceStatus.OPEN) {
        catalogue.close(service.code(), planned.notice(), Actor.HUB);
      } else {
        catalogue.open(service.code(), Actor.HUB);
      }
      LOG.info("{} is switched as announced", service.code());
    } catch (HubException e) {
      // Another node, or an administrator, was faster.
      if (e.code() != ErrorCode.STATE_CONFLICT) {
        throw e;
      }
    }
  }
}
