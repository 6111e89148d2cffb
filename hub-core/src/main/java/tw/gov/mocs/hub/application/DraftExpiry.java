package tw.gov.mocs.hub.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.catalogue.ServiceDrafts;
import tw.gov.mocs.hub.job.Job;
import tw.gov.mocs.hub.job.JobRecorder;
import tw.gov.mocs.hub.shared.BareFailure;
import tw.gov.mocs.hub.shared.HubException;

/**
 * Deletes drafts of applications and of services that nobody went on with; never what was submitted
 * once.
 */
@Component
class DraftExpiry {

  private static final Logger LOG = LoggerFactory.getLogger(DraftExpiry.class);
  private static final long HOUR = 3_600_000;

  private final JobRecorder jobs;
  private final ApplicationMapper mapper;
  private final ApplicationStore store;
  private final SignatureMapper signings;
  private final ServiceDrafts services;
  private final ApplicationSettings settings;
  private final TransactionTemplate transactions;
  private final Clock clock;

  DraftExpiry(
      ApplicationMapper mapper,
      ApplicationStore store,
      SignatureMapper signings,
      ServiceDrafts services,
      ApplicationSettings settings,
      TransactionTemplate transactions,
      Clock clock,
      JobRecorder jobs) {
    this.mapper = mapper;
    this.store = store;
    this.signings = signings;
    this.services = services;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
    this.jobs = jobs;
  }

  @Scheduled(initialDelay = HOUR, fixedDelay = HOUR)
  void run() {
    try {
      jobs.run(Job.DRAFT_EXPIRY, Duration.ofMillis(HOUR), this::expire);
    } catch (RuntimeException e) {
      LOG.warn("old drafts are not deleted: {}", BareFailure.of(e).getMessage());
    }
  }

  void expire() {
    Instant before = clock.instant().minus(Duration.ofDays(settings.draftDays()));
    for (ApplicationMapper.DraftKey found : mapper.draftsBefore(before)) {
      try {
        transactions.executeWithoutResult(status -> delete(found));
      } catch (HubException e) {
        LOG.debug("somebody went on with it: {}", e.detail());
      }
    }
    services.expire(before);
  }

  private void delete(ApplicationMapper.DraftKey found) {
    Application draft = store.get(found.id());
    if (draft.version() == found.version()) {
      signings.deleteSignings(draft.id());
      store.delete(draft);
    }
  }
}
