package tw.gov.mocs.hub.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.job.Job;
import tw.gov.mocs.hub.job.JobRecorder;
import tw.gov.mocs.hub.shared.BareFailure;

/** Compares the source with the catalogue from time to time, before a change breaks a call. */
@Component
class SourceWatch {

  private static final Logger LOG = LoggerFactory.getLogger(SourceWatch.class);
  private static final long MINUTE = 60_000;

  /** A source that did not answer is asked again after so long. */
  private static final Duration AGAIN = Duration.ofMinutes(10);

  private final TableDrifts drifts;
  private final SourceCheckSettings settings;
  private final JobRecorder jobs;
  private final Clock clock;
  private Instant due = Instant.MIN;

  SourceWatch(TableDrifts drifts, SourceCheckSettings settings, JobRecorder jobs, Clock clock) {
    this.drifts = drifts;
    this.settings = settings;
    this.jobs = jobs;
    this.clock = clock;
  }

  @Scheduled(initialDelay = 10_000, fixedDelay = MINUTE)
  void run() {
    if (clock.instant().isBefore(due)) {
      return;
    }
    Duration every = settings.every();
    try {
      jobs.run(Job.SOURCE_CHECK, every, this::compare);
      due = clock.instant().plus(every);
    } catch (RuntimeException e) {
      due = clock.instant().plus(every.compareTo(AGAIN) < 0 ? every : AGAIN);
      LOG.warn("the source cannot be compared: {}", BareFailure.of(e).getMessage());
    }
  }

  private void compare() {
    drifts.compare();
    drifts
        .harmed()
        .forEach(
            one ->
                LOG.warn(
                    "{}: the source has changed, calls: {}", one.service().code(), one.harm()));
  }
}
