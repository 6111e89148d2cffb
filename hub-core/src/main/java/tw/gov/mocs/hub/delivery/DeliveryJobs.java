package tw.gov.mocs.hub.delivery;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.job.Job;
import tw.gov.mocs.hub.job.JobRecorder;
import tw.gov.mocs.hub.shared.Outage;

/**
 * Makes the files that wait, one at a time on each node. A node that ends leaves its file to be
 * made anew once its claim is over.
 */
@Component
class DeliveryJobs {

  /** How long a node has a file to itself without a sign of life. */
  static final Duration CLAIM = Duration.ofMinutes(2);

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryJobs.class);
  private static final long PAUSE_SECONDS = 2;

  private final JobRecorder jobs;
  private final DeliveryMapper mapper;
  private final Deliveries deliveries;
  private final DeliveryMaking making;
  private final DeliverySettings settings;
  private final Clock clock;
  private final Outage outage = new Outage(LOG, "files cannot be made", "files are made again");
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "deliveries");
            thread.setDaemon(true);
            return thread;
          });

  DeliveryJobs(
      DeliveryMapper mapper,
      Deliveries deliveries,
      DeliveryMaking making,
      DeliverySettings settings,
      Clock clock,
      JobRecorder jobs) {
    this.mapper = mapper;
    this.deliveries = deliveries;
    this.making = making;
    this.settings = settings;
    this.clock = clock;
    this.jobs = jobs;
  }

  @PostConstruct
  void start() {
    if (settings.making()) {
      executor.scheduleWithFixedDelay(this::run, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }
  }

  /** What is under way is given back, to be made anew by another node or after the next start. */
  @PreDestroy
  void stop() throws InterruptedException {
    // No shutdownNow: it would interrupt what must be brought to its end as well.
    executor.shutdown();
    making.stop();
    executor.awaitTermination(10, TimeUnit.SECONDS);
  }

  private void run() {
    try {
      jobs.run(Job.DELIVERIES, Duration.ofSeconds(PAUSE_SECONDS), this::makeAll);
      outage.passed();
    } catch (RuntimeException e) {
      outage.failed(e);
    }
  }

  private void makeAll() {
    while (makeNext()) {
      LOG.debug("looking for another");
    }
  }

  /** Makes the file that has waited longest; false if none waits. */
  boolean makeNext() {
    Optional<Delivery> due = mapper.due(clock.instant());
    if (due.isEmpty() || executor.isShutdown()) {
      return false;
    }
    deliveries.claim(due.get(), clock.instant().plus(CLAIM)).ifPresent(making::make);
    return true;
  }
}
