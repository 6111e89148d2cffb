package tw.gov.mocs.hub.delivery;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.job.Job;
import tw.gov.mocs.hub.job.JobRecorder;
import tw.gov.mocs.hub.shared.BareFailure;

/** Deletes files that no agency has acknowledged in time. */
@Component
class DeliveryExpiry {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryExpiry.class);
  private static final long EVERY_MILLIS = 60_000;
  private static final long FIRST_MILLIS = 5_000;

  private final JobRecorder jobs;
  private final Deliveries deliveries;
  private final DeliveryMapper mapper;
  private final DeliveryFolder folder;
  private final TransactionTemplate transactions;
  private final Clock clock;

  DeliveryExpiry(
      Deliveries deliveries,
      DeliveryMapper mapper,
      DeliveryFolder folder,
      TransactionTemplate transactions,
      Clock clock,
      JobRecorder jobs) {
    this.deliveries = deliveries;
    this.mapper = mapper;
    this.folder = folder;
    this.transactions = transactions;
    this.clock = clock;
    this.jobs = jobs;
  }

  @Scheduled(initialDelay = FIRST_MILLIS, fixedDelay = EVERY_MILLIS)
  void run() {
    jobs.run(Job.DELIVERY_EXPIRY, Duration.ofMillis(EVERY_MILLIS), this::expire);
  }

  void expire() {
    for (Delivery delivery : mapper.over(clock.instant())) {
      try {
        transactions.executeWithoutResult(status -> end(delivery));
        folder.delete(delivery.deliveryNo());
      } catch (RuntimeException e) {
        LOG.warn("{} does not expire: {}", delivery.deliveryNo(), BareFailure.of(e).getMessage());
      }
    }
  }

  private void end(Delivery delivery) {
    deliveries.end(delivery, DeliveryStatus.EXPIRED, AuditAction.DELIVERY_EXPIRED, null, Actor.HUB);
  }
}
