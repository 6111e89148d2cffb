package tw.gov.mocs.hub.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.ibatis.session.SqlSessionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.database.DatabaseSettings;
import tw.gov.mocs.hub.database.Dialect;
import tw.gov.mocs.hub.shared.BareFailure;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * The one thread of this node that writes the log: whatever calls wait when it is free become the
 * next group. It outlives every failure, also an Error; the calls it could not record fail.
 */
@Component
class LogWriter {

  private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);
  private static final Duration ACTS_EVERY = Duration.ofSeconds(1);

  /** After this long an act of another node is taken to have been left behind by a crash. */
  private static final Duration OTHERS_AFTER = Duration.ofSeconds(10);

  private static final int ACTS_AT_ONCE = 200;

  private final BlockingQueue<Waiting> queue;
  private final AtomicInteger expected = new AtomicInteger();
  private final Semaphore signals = new Semaphore(0);
  private final GroupCommit commit;
  private final NodeChain chain;
  private final AuditSettings settings;
  private final Clock clock;
  private final Thread thread;

  private volatile boolean stopping;
  private volatile boolean actsWait = true;
  private long lastActs = System.nanoTime();
  private long lastRenewal = System.nanoTime();
  private boolean failing;

  LogWriter(
      AuditSettings settings,
      DatabaseSettings database,
      SqlSessionFactory factory,
      TransactionTemplate transactions,
      LogMapper mapper,
      DiskSync disk,
      Clock clock) {
    // The file lock of an embedded database lets no second process in.
    boolean alone = Dialect.of(database.url()) == Dialect.H2;
    Duration lease = Duration.ofSeconds(settings.leaseSeconds());
    this.chain = new NodeChain(mapper, settings.node(), lease, alone);
    this.commit = new GroupCommit(factory, transactions, disk, chain, clock);
    this.queue = new ArrayBlockingQueue<>(settings.queueSize());
    this.settings = settings;
    this.clock = clock;
    this.thread = new Thread(this::run, "log-writer");
  }

  void start() {
    chain.take();
    thread.start();
  }

  /** Writes what waits, then stops and lets the chain go. */
  void stop(Runnable beforeRelease) {
    stopping = true;
    signals.release();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(30));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    refuseAll(unavailable(new IllegalStateException("the hub is stopping")));
    try {
      beforeRelease.run();
      chain.release();
    } catch (RuntimeException e) {
      LOG.warn(
          "the chain of node {} is not ended in order: {}",
          chain.name(),
          BareFailure.of(e).getMessage());
    }
  }

  /** A call has begun whose record will be added: who waits already may wait for it too. */
  void expect() {
    expected.incrementAndGet();
  }

  /** A call that has begun will not be added after all. */
  void forgo() {
    expected.decrementAndGet();
  }

  /** How many calls have begun and were neither added nor forgone. */
  int expected() {
    return expected.get();
  }

  /** How many calls wait to be written. */
  int waiting() {
    return queue.size();
  }

  /** How many may. */
  int mostWaiting() {
    return settings.queueSize();
  }

  /** Queues the call; BUSY when the queue is full. */
  void add(Waiting call) {
    expected.decrementAndGet();
    if (stopping) {
      throw new HubException(ErrorCode.LOG_UNAVAILABLE, "the hub is stopping");
    }
    if (!queue.offer(call)) {
      throw new HubException(
          ErrorCode.BUSY, settings.queueSize() + " calls are waiting for the log");
    }
    signals.release();
  }

  /** Tells the writer that an act was committed to the outbox. */
  void actWaits() {
    actsWait = true;
    signals.release();
  }

  private void run() {
    List<Waiting> group = new ArrayList<>(settings.groupSize());
    Throwable broken = null;
    while (!stopping || !queue.isEmpty() || !group.isEmpty()) {
      try {
        if (broken != null) {
          give(group, broken);
          broken = null;
        }
        writeWhatWaits(group);
        tend();
      } catch (InterruptedException e) {
        stopping = true;
      } catch (Throwable e) {
        // This thread must go on, so nothing is done here that could fail too.
        broken = e;
      }
    }
    chainActs();
  }

  private void writeWhatWaits(List<Waiting> group) throws InterruptedException {
    if (signals.tryAcquire(ACTS_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
      signals.drainPermits();
    }
    // What an interruption left in the group is written too.
    fill(group);
    while (!group.isEmpty()) {
      gather(group);
      write(group);
      group.clear();
      fill(group);
    }
  }

  /** Fails the calls that an Error left waiting. */
  private void give(List<Waiting> group, Throwable broken) {
    while (!group.isEmpty()) {
      group.remove(group.size() - 1).done().completeExceptionally(broken);
    }
    failed(broken);
  }

  /** One commit costs nearly the same for many calls as for one. */
  private void gather(List<Waiting> group) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MICROSECONDS.toNanos(settings.gatherMicros());
    while (expected.get() > 0 && group.size() < settings.groupSize() && !stopping) {
      if (!signals.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        return;
      }
      signals.drainPermits();
      fill(group);
    }
  }

  private void fill(List<Waiting> group) {
    queue.drainTo(group, settings.groupSize() - group.size());
  }

  private void tend() {
    long now = System.nanoTime();
    if (actsWait || now - lastActs >= ACTS_EVERY.toNanos()) {
      lastActs = now;
      chainActs();
    }
    if (now - lastRenewal >= TimeUnit.SECONDS.toNanos(settings.leaseSeconds()) / 3) {
      lastRenewal = now;
      attempt(chain::renew);
    }
  }

  private void chainActs() {
    actsWait = false;
    attempt(
        () -> {
          Instant othersBefore = clock.instant().minus(OTHERS_AFTER);
          while (commit.commitActs(ACTS_AT_ONCE, othersBefore) == ACTS_AT_ONCE) {
            LOG.debug("more acts wait");
          }
        });
  }

  private void attempt(Runnable work) {
    try {
      work.run();
    } catch (Throwable e) { // an Error here must not end the one thread that writes
      failed(e);
    }
  }

  private void write(List<Waiting> group) {
    try {
      Refusals refusals = commit.commitCalls(group);
      for (int i = 0; i < group.size(); i++) {
        group.get(i).done().complete(refusals.of(i));
      }
      recovered();
    } catch (DataIntegrityViolationException e) {
      if (group.size() == 1) {
        // This one record cannot be stored: a fault of ours, which must not stop the others.
        fail(group, unavailable(e));
        return;
      }
      group.forEach(call -> write(List.of(call)));
    } catch (Throwable e) { // also an Error must not leave calls waiting for ever
      fail(group, unavailable(e));
    }
  }

  private void fail(List<Waiting> group, HubException why) {
    group.forEach(call -> call.done().completeExceptionally(why));
    failed(why);
  }

  private void refuseAll(HubException why) {
    List<Waiting> left = new ArrayList<>();
    queue.drainTo(left);
    left.forEach(call -> call.done().completeExceptionally(why));
  }

  private void failed(Throwable e) {
    // Once for each failure, not once for each record: the disk may be full.
    if (!failing) {
      failing = true;
      LOG.error("the log cannot be written, so nothing is served", BareFailure.of(e));
    }
  }

  private void recovered() {
    if (failing) {
      failing = false;
      LOG.info("the log is written again");
    }
  }

  private static HubException unavailable(Throwable cause) {
    return cause instanceof HubException known
        ? known
        : new HubException(
            ErrorCode.LOG_UNAVAILABLE,
            "the record is not committed: " + BareFailure.of(cause).getMessage(),
            cause);
  }
}
