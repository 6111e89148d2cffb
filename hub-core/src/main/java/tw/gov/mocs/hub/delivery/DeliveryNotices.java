package tw.gov.mocs.hub.delivery;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.GrantNotices;
import tw.gov.mocs.hub.job.Job;
import tw.gov.mocs.hub.job.JobRecorder;
import tw.gov.mocs.hub.notice.DailySweep;
import tw.gov.mocs.hub.notice.NoticeKind;
import tw.gov.mocs.hub.shared.BareFailure;
import tw.gov.mocs.hub.shared.RocDate;

/** Tells the agency by mail that its file can be taken, and that it soon cannot be any more. */
@Component
class DeliveryNotices {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryNotices.class);

  /** So long before its end a file that nobody acknowledged is told again, ... */
  private static final Duration SOON = Duration.ofDays(3);

  /** ... but not before it has been there for so long. */
  private static final Duration SINCE = Duration.ofDays(1);

  private static final long FIRST_LOOK = 120_000;
  private static final long BETWEEN_LOOKS = 600_000;

  private final JobRecorder jobs;
  private final GrantNotices notices;
  private final DeliveryMapper mapper;
  private final DailySweep sweeps;
  private final Clock clock;

  DeliveryNotices(
      GrantNotices notices,
      DeliveryMapper mapper,
      DailySweep sweeps,
      Clock clock,
      JobRecorder jobs) {
    this.notices = notices;
    this.mapper = mapper;
    this.sweeps = sweeps;
    this.clock = clock;
    this.jobs = jobs;
  }

  /** 可下載, in the transaction that made it so. */
  void ready(Delivery delivery, Instant expiresAt) {
    notices.tell(NoticeKind.DELIVERY_READY, delivery.applicationNo(), RocDate.dayOf(expiresAt));
  }

  /** 准予重新下載, in its transaction. */
  void reissued(Delivery delivery) {
    notices.tell(NoticeKind.DELIVERY_REISSUED, delivery.applicationNo(), lastDay(delivery));
  }

  @Scheduled(initialDelay = FIRST_LOOK, fixedDelay = BETWEEN_LOOKS)
  void run() {
    try {
      jobs.run(Job.DELIVERY_NOTICES, Duration.ofMillis(BETWEEN_LOOKS), this::sweep);
    } catch (RuntimeException e) {
      LOG.warn(
          "files that soon end cannot be told, next try in ten minutes: {}",
          BareFailure.of(e).getMessage());
    }
  }

  /** Puts today's notices, unless a node has; returns how many. */
  int sweep() {
    Instant now = clock.instant();
    return sweeps.run(
        "DELIVERY_ENDING",
        today ->
            mapper.ending(now, now.plus(SOON), now.minus(SINCE)).stream()
                .mapToInt(
                    delivery ->
                        notices.tellOnce(
                            NoticeKind.DELIVERY_ENDING,
                            delivery.applicationNo(),
                            lastDay(delivery),
                            delivery.deliveryNo()))
                .sum());
  }

  private static LocalDate lastDay(Delivery delivery) {
    return RocDate.dayOf(requireNonNull(delivery.expiresAt(), "of a file that is READY"));
  }
}
