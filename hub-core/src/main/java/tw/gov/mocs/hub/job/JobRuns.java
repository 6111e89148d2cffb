package tw.gov.mocs.hub.job;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.database.DatabaseFailures;
import tw.gov.mocs.hub.shared.BareFailure;
import tw.gov.mocs.hub.shared.HubException;

/**
 * How what runs by itself went, on every node. A job only writes into memory; what changed is
 * stored every few seconds, so that one that runs each second costs no more than others.
 */
@Component
public class JobRuns implements JobRecorder {

  private static final Logger LOG = LoggerFactory.getLogger(JobRuns.class);
  private static final long EVERY_MILLIS = 5_000;

  private final JobMapper mapper;
  private final Clock clock;
  private final String node;
  private final boolean serving;
  private final Map<Job, JobRun> last = new ConcurrentHashMap<>();
  private final Map<Job, JobRun> stored = new HashMap<>();

  JobRuns(JobMapper mapper, Environment settings, Clock clock) {
    this.mapper = mapper;
    this.clock = clock;
    this.node = settings.getProperty("hub.audit.node", "node-1");
    // A command beside the running hub has the same name.
    this.serving = settings.getProperty("hub.audit.writing", Boolean.class, true);
  }

  /** The last run of each job on each node, as far as the nodes have told. */
  public List<JobRun> list() {
    return mapper.all();
  }

  @Override
  public void attempt(Job job, @Nullable Duration next, Supplier<@Nullable String> work) {
    JobRun begun =
        last.compute(job, (any, before) -> JobRun.begun(job, node, clock.instant(), before));
    long began = System.nanoTime();
    String failure = null;
    try {
      failure = work.get();
    } catch (RuntimeException | Error e) {
      failure = code(e);
      throw e;
    } finally {
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
      last.put(job, begun.ended(clock.instant(), millis, next, failure));
    }
  }

  /** Into memory alone: it is stored with the rest. */
  @Override
  public void reached(Job job, long done, @Nullable Long total) {
    last.computeIfPresent(job, (any, run) -> run.running() ? run.reached(done, total) : run);
  }

  /** Never its text: it may hold a value of a row. */
  private static String code(Throwable failure) {
    HubException known = failure instanceof HubException ours ? ours : DatabaseFailures.of(failure);
    return known.code().name();
  }

  /** Stores what has changed, and that what runs still runs. */
  @Scheduled(initialDelay = EVERY_MILLIS, fixedDelay = EVERY_MILLIS)
  void store() {
    if (!serving) {
      return;
    }
    try {
      last.forEach(this::store);
    } catch (RuntimeException e) {
      LOG.debug("how the jobs went cannot be stored: {}", BareFailure.of(e).getMessage());
    }
  }

  private synchronized void store(Job job, JobRun run) {
    if (run.equals(stored.get(job)) && !run.running()) {
      return;
    }
    JobRun told = run.told(clock.instant());
    if (mapper.update(told) == 0) {
      mapper.insert(told);
    }
    stored.put(job, run);
  }
}
