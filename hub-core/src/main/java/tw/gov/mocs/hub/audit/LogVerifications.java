package tw.gov.mocs.hub.audit;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
      new VerificationReport(0, 0, 0, 0, 0, List.of());

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
    worker.execute(() -> jobs.run(Job.VERIFICATION, null, () -> run(started, auditor)));
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

  private void run(LogVerification started, Actor auditor) {
    long id = started.id();
    try {
      Witnesses own = new Witnesses(settings.checkpointFile(), List.of(), Map.of());
      VerificationReport report = verify.verify(own, new Progress(started));
      end(id, report.isWhole() ? Outcome.WHOLE : Outcome.CHANGED, report, auditor);
    } catch (CancellationException e) {
      end(id, Outcome.CANCELLED, NOTHING, auditor);
    } catch (RuntimeException e) {
      LOG.error("the verification {} failed", id, BareFailure.of(e));
      end(id, Outcome.FAILED, NOTHING, auditor);
    }
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
                      "log up to row count " + report.rows(),
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
      case WHOLE -> "whole";
      case CHANGED -> report.findings().get(0).toString();
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
