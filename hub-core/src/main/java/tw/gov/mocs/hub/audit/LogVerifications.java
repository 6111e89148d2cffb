package tw.gov.mocs.hub.audit;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.audit.LogVerification.Outcome;
import tw.gov.mocs.hub.audit.VerificationMapper.Filter;
import tw.gov.mocs.hub.job.Job;
import tw.gov.mocs.hub.job.JobRecorder;
import tw.gov.mocs.hub.shared.BareFailure;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.Page;
import tw.gov.mocs.hub.shared.RocDate;

/**
 * Verifications of the whole log in the background, one at a time over all nodes of the database.
 * Every node sees how far it is and can have it ended. How it ended is an act in the log.
 */
@Component
public class LogVerifications {

  private static final Logger LOG = LoggerFactory.getLogger(LogVerifications.class);

  /** A node that was silent for so long has ended. */
  static final Duration SILENCE = Duration.ofMinutes(2);

  private static final long TELL_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /** Some hundreds of findings; where they are cut the first are there. */
  private static final int FOUND_MAX = 100_000;

  private static final VerificationReport NOTHING =
      new VerificationReport(0, 0, 0, 0, 0, 0, List.of());

  private final JobRecorder jobs;
  private final Verify verify;
  private final VerificationMapper mapper;
  private final CheckpointMapper chains;
  private final AuditLog log;
  private final AuditSettings settings;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "log-verification");
            thread.setDaemon(true);
            return thread;
          });

  /** What verifies. */
  @FunctionalInterface
  interface Verify {
    VerificationReport verify(Witnesses witnesses, LongConsumer progress);
  }

  @Autowired
  LogVerifications(
      LogVerifier verifier,
      VerificationMapper mapper,
      CheckpointMapper chains,
      AuditLog log,
      AuditSettings settings,
      TransactionTemplate transactions,
      Clock clock,
      JobRecorder jobs) {
    this(verifier::verify, mapper, chains, log, settings, transactions, clock, jobs);
  }

  LogVerifications(
      Verify verify,
      VerificationMapper mapper,
      CheckpointMapper chains,
      AuditLog log,
      AuditSettings settings,
      TransactionTemplate transactions,
      Clock clock,
      JobRecorder jobs) {
    this.jobs = jobs;
    this.verify = verify;
    this.mapper = mapper;
    this.chains = chains;
    this.log = log;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
  }

  @PreDestroy
  void stop() {
    worker.shutdownNow();
  }

  /**
   * Starts one on this node.
   *
   * @throws HubException STATE_CONFLICT while another goes on, on whichever node
   */
  public void start(Actor auditor) {
    long rows = chains.chains().stream().mapToLong(CheckpointMapper.Chain::lastSeq).sum();
    try {
      abandonSilent();
      transactions.executeWithoutResult(
          status -> mapper.insert(settings.node(), auditor.name(), now(), rows));
    } catch (DuplicateKeyException e) {
      throw new HubException(ErrorCode.STATE_CONFLICT, "a verification goes on", e, "驗證正在進行");
    }
    LogVerification started = running().orElseThrow();
    worker.execute(() -> jobs.attempt(Job.VERIFICATION, next(), () -> run(started, auditor)));
  }

  /**
   * Starts one by itself, unless one ended within the hour or goes on: then another node was
   * faster, and this one tells what that found.
   */
  void startByItself() {
    Optional<LogVerification> running = running();
    if (running.filter(one -> one.node().equals(settings.node())).isPresent()) {
      return;
    }
    Optional<LogVerification> last = last();
    Instant recently = now().minus(Duration.ofHours(1));
    if (running.isEmpty() && last.filter(one -> one.startedAt().isAfter(recently)).isEmpty()) {
      try {
        start(Actor.HUB);
        return;
      } catch (HubException e) {
        LOG.info("another node verifies the log: {}", e.detail());
      }
    }
    jobs.attempt(
        Job.VERIFICATION, next(), () -> last().map(LogVerifications::failure).orElse(null));
  }

  /** The last one that came to its end, whatever it found. */
  public Optional<LogVerification> last() {
    return Optional.ofNullable(mapper.last());
  }

  private static @Nullable String failure(LogVerification ended) {
    return ended.outcome() == Outcome.CHANGED ? JobRecorder.LOG_CHANGED : null;
  }

  /** How long until one starts by itself; null if none does. */
  private @Nullable Duration next() {
    if (settings.verifyHour() < 0) {
      return null;
    }
    ZonedDateTime now = clock.instant().atZone(RocDate.TAIPEI);
    ZonedDateTime at = NightlyVerification.on(now, settings.verifyHour());
    return Duration.between(now, at.isAfter(now) ? at : at.plusDays(1));
  }

  /** The one that goes on. */
  public Optional<LogVerification> running() {
    abandonSilent();
    return Optional.ofNullable(mapper.running());
  }

  /** Those that have ended and that the search names. */
  public Page<LogVerification> search(VerificationSearch search) {
    abandonSilent();
    Filter filter = Filter.of(search);
    return new Page<>(mapper.search(filter), search.page(), search.size(), mapper.count(filter));
  }

  /** Asks one to end; it does so within a thousand rows. One that has ended stays as it is. */
  public void cancel(long id) {
    transactions.executeWithoutResult(status -> mapper.askToEnd(id));
  }

  /** What the list of jobs says of it; null for nothing. */
  private @Nullable String run(LogVerification started, Actor auditor) {
    long id = started.id();
    try {
      Witnesses own = new Witnesses(settings.checkpointFile(), List.of(), Map.of());
      VerificationReport report = verify.verify(own, new Progress(started));
      end(id, report.isWhole() ? Outcome.WHOLE : Outcome.CHANGED, report, auditor);
      if (!report.isWhole()) {
        LOG.error(
            "the log does not fit: {} faults, the first: {}",
            report.findings().size(),
            report.findings().get(0));
        return JobRecorder.LOG_CHANGED;
      }
    } catch (CancellationException e) {
      end(id, Outcome.CANCELLED, NOTHING, auditor);
    } catch (RuntimeException e) {
      LOG.error("the verification {} failed", id, BareFailure.of(e));
      end(id, Outcome.FAILED, NOTHING, auditor);
      return ErrorCode.INTERNAL_ERROR.name();
    }
    return null;
  }

  private void end(long id, Outcome outcome, VerificationReport report, Actor auditor) {
    String found =
        report.findings().stream()
            .map(one -> one.where() + "\t" + one.what())
            .collect(Collectors.joining("\n"));
    try {
      transactions.executeWithoutResult(
          status -> {
            if (mapper.end(id, now(), outcome, report, StoredText.of(found, FOUND_MAX)) == 1) {
              log.act(
                  new Act(
                      AuditAction.LOG_VERIFIED,
                      auditor,
                      report.subject(),
                      null,
                      null,
                      words(outcome, report),
                      null));
            }
          });
    } catch (RuntimeException e) {
      LOG.error("how the verification {} ended is not recorded", id, BareFailure.of(e));
    }
  }

  private static String words(Outcome outcome, VerificationReport report) {
    return switch (outcome) {
      case WHOLE, CHANGED -> report.words();
      case CANCELLED -> "cancelled";
      case FAILED -> "failed";
    };
  }

  private void abandonSilent() {
    transactions.executeWithoutResult(status -> mapper.abandon(now().minus(SILENCE), now()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Tells how far it is, not too often, and hears whether it is to end. */
  private final class Progress implements LongConsumer {

    private final LogVerification started;
    private @Nullable Long told;

    Progress(LogVerification started) {
      this.started = started;
    }

    @Override
    public void accept(long rows) {
      jobs.reached(Job.VERIFICATION, rows, started.rowsTotal());
      Long last = told;
      if (last != null && System.nanoTime() - last < TELL_NANOS) {
        return;
      }
      told = System.nanoTime();
      Integer kept = transactions.execute(status -> mapper.progress(started.id(), rows, now()));
      if (worker.isShutdown() || kept == null || kept == 0) {
        throw new CancellationException("asked to end");
      }
    }
  }
}
