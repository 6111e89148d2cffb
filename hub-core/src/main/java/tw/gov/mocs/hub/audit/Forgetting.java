package tw.gov.mocs.hub.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.ClaimMapper.RequestKey;
import tw.gov.mocs.hub.job.Job;
import tw.gov.mocs.hub.job.JobRecorder;
import tw.gov.mocs.hub.shared.BareFailure;

/**
 * Removes claims whose time is over, by database time and in small batches, and what is kept of
 * strangers; never the log itself.
 */
@Component
class Forgetting {

  private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);
  private static final int BATCH = 512;

  private final JobRecorder jobs;
  private final LogMapper log;
  private final ClaimMapper claims;
  private final StrangerMapper strangers;
  private final ProvenKeys keys;
  private final AuditSettings settings;

  Forgetting(
      LogMapper log,
      ClaimMapper claims,
      StrangerMapper strangers,
      ProvenKeys keys,
      AuditSettings settings,
      JobRecorder jobs) {
    this.log = log;
    this.claims = claims;
    this.strangers = strangers;
    this.keys = keys;
    this.settings = settings;
    this.jobs = jobs;
  }

  /** Runs on every node: two that remove the same do no harm. */
  @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
  void run() {
    if (!settings.writing()) {
      return;
    }
    try {
      jobs.run(Job.FORGETTING, Duration.ofMinutes(1), () -> forget(log.now()));
    } catch (RuntimeException e) {
      LOG.warn("old claims are not removed: {}", BareFailure.of(e).getMessage());
    }
  }

  void forget(Instant now) {
    Instant signed = now.minus(Claims.KEPT);
    List<Instant> digests = claims.signedBefore(signed, BATCH);
    while (!digests.isEmpty()) {
      claims.forgetDigests(digests.get(digests.size() - 1));
      digests = claims.signedBefore(signed, BATCH);
    }
    Instant past = now.minus(Duration.ofDays(settings.requestIdDays()));
    List<RequestKey> requests = claims.requestsClaimedBefore(past, BATCH);
    while (!requests.isEmpty()) {
      claims.forgetRequests(requests);
      requests = claims.requestsClaimedBefore(past, BATCH);
    }
    Instant refusals = now.minus(Duration.ofDays(settings.refusalDays()));
    strangers.forgetCounts(refusals);
    strangers.forgetSamples(refusals);
    keys.forget(now);
  }
}
