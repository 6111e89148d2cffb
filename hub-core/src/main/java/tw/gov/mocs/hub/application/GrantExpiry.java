package tw.gov.mocs.hub.application;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.job.Job;
import tw.gov.mocs.hub.job.JobRecorder;
import tw.gov.mocs.hub.shared.BareFailure;
import tw.gov.mocs.hub.shared.RocDate;

/**
 * Writes 已到期 into the log, once, whichever node comes first. Calls do not wait for it: they are
 * judged by the period itself.
 */
@Component
public class GrantExpiry {

  private static final Logger LOG = LoggerFactory.getLogger(GrantExpiry.class);
  private static final long MINUTE = 60_000;

  private final JobRecorder jobs;
  private final GrantMapper mapper;
  private final GrantControl grants;
  private final Clock clock;

  GrantExpiry(GrantMapper mapper, GrantControl grants, Clock clock, JobRecorder jobs) {
    this.mapper = mapper;
    this.grants = grants;
    this.clock = clock;
    this.jobs = jobs;
  }

  /** Expires what is past its period today; returns how many this node did. */
  int expire() {
    return expire(RocDate.dayOf(clock.instant()));
  }

  /** The same of what is past its period on this day: the demo does not wait for it. */
  public int expire(LocalDate day) {
    int done = 0;
    for (String number : mapper.past(day)) {
      if (grants.expire(new ApplicationNumber(number), day)) {
        done++;
      }
    }
    return done;
  }

  private void expireAndTell() {
    int done = expire();
    if (done > 0) {
      LOG.info("{} grants have expired", done);
    }
  }

  @Scheduled(initialDelay = MINUTE, fixedDelay = MINUTE)
  void run() {
    try {
      jobs.run(Job.GRANT_EXPIRY, Duration.ofMillis(MINUTE), this::expireAndTell);
    } catch (RuntimeException e) {
      LOG.warn(
          "grants past their period cannot be marked, next try in a minute: {}",
          BareFailure.of(e).getMessage());
    }
  }
}
