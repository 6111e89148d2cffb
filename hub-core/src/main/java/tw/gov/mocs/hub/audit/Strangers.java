package tw.gov.mocs.hub.audit;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.shared.BareFailure;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.Outage;

/**
 * Counts the refusals of callers who have not shown who they are, by cause, address and minute, and
 * hands on the certificates whose keys they proved, and the logins that were refused. They can
 * neither fill the log nor delay a call: whatever is too much is only counted.
 */
@Component
class Strangers {

  private static final Logger LOG = LoggerFactory.getLogger(Strangers.class);
  private static final int SAMPLES_A_MINUTE = 10;

  /** More different sources than this in one flush are counted together. */
  private static final int SOURCES_AT_MOST = 1000;

  static final String OTHERS = "others";
  static final String OVERFLOW = "OVERFLOW";

  private final StrangerMapper mapper;
  private final TransactionTemplate transactions;
  private final AuditSettings settings;
  private final Clock clock;

  /** What comes within this time is written together. */
  private volatile Duration flush = Duration.ofSeconds(3);

  private final BlockingQueue<Refusal> queue;
  private final AtomicLong overflow = new AtomicLong();
  private final Outage outage =
      new Outage(
          LOG,
          "refusals of strangers are not counted yet",
          "refusals of strangers are counted again");
  private final Thread thread;
  private volatile boolean stopping;

  private final Sightings sightings;
  private final RefusedLogins logins;
  private Map<Source, Long> counts = new HashMap<>();
  private List<Refusal> samples = new ArrayList<>();
  private final Map<String, Integer> sampled = new HashMap<>();
  private Instant sampledMinute = Instant.EPOCH;

  /** One refusal. */
  record Refusal(
      String cause,
      String address,
      @Nullable String thumbprint,
      @Nullable String detail,
      Instant refusedAt,
      @Nullable ProvenKey proven) {

    boolean ofLogin() {
      return proven != null && proven.place() == ProvenKey.Place.LOGIN;
    }
  }

  /** What is counted as one. */
  record Source(String cause, String address, Instant minute) {}

  Strangers(
      StrangerMapper mapper,
      TransactionTemplate transactions,
      AuditSettings settings,
      ProvenKeys keys,
      RefusedLogins logins,
      Clock clock) {
    this.mapper = mapper;
    this.transactions = transactions;
    this.settings = settings;
    this.sightings = new Sightings(keys);
    this.logins = logins;
    this.clock = clock;
    this.queue = new ArrayBlockingQueue<>(settings.refusalQueueSize());
    this.thread = new Thread(this::run, "strangers");
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Sets how long it gathers before it writes. */
  void writeEvery(Duration time) {
    flush = time;
  }

  void stop() {
    stopping = true;
    thread.interrupt();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void count(ErrorCode cause, InetAddress address, @Nullable String thumbprint, String detail) {
    count(cause, address, thumbprint, detail, null);
  }

  /** Of a login the certificate alone is kept: its refusal is an act, and no call. */
  void countProven(ErrorCode cause, InetAddress address, ProvenKey proven, String detail) {
    count(cause, address, proven.thumbprint(), detail, proven);
  }

  private void count(
      ErrorCode cause,
      InetAddress address,
      @Nullable String thumbprint,
      String detail,
      @Nullable ProvenKey proven) {
    Refusal refusal =
        new Refusal(
            cause.code(),
            address.getHostAddress(),
            StoredText.of(thumbprint, 64),
            StoredText.of(detail, 1000),
            clock.instant(),
            proven);
    if (!queue.offer(refusal)) {
      overflow.incrementAndGet();
    }
  }

  private void run() {
    long flushed = System.nanoTime();
    while (!stopping) {
      try {
        Refusal next = queue.poll(flush.toMillis() / 3, TimeUnit.MILLISECONDS);
        if (next != null) {
          add(next);
        }
        if (System.nanoTime() - flushed >= flush.toNanos()) {
          flush();
          flushed = System.nanoTime();
        }
      } catch (InterruptedException e) {
        LOG.debug("asked to stop");
      } catch (Throwable e) { // an Error must not end the counting
        LOG.warn("refusals of strangers are not counted", BareFailure.of(e));
      }
    }
    for (Refusal left = queue.poll(); left != null; left = queue.poll()) {
      add(left);
    }
    flush();
    logins.flush(true);
  }

  private void add(Refusal refusal) {
    if (refusal.proven() != null) {
      sightings.add(new Sighting(refusal.proven(), refusal.address(), refusal.refusedAt(), 1));
    }
    if (!refusal.ofLogin()) {
      addCount(refusal);
    }
  }

  private void addCount(Refusal refusal) {
    Instant minute = refusal.refusedAt().truncatedTo(ChronoUnit.MINUTES);
    Source source = new Source(refusal.cause(), refusal.address(), minute);
    if (counts.size() >= SOURCES_AT_MOST && !counts.containsKey(source)) {
      source = new Source(refusal.cause(), OTHERS, minute);
    }
    counts.merge(source, 1L, Long::sum);
    if (minute.isAfter(sampledMinute)) {
      sampledMinute = minute;
      sampled.clear();
    }
    if (sampled.merge(refusal.cause(), 1, Integer::sum) <= SAMPLES_A_MINUTE) {
      samples.add(refusal);
    }
  }

  private void flush() {
    flushCounts();
    sightings.flush();
    logins.flush(false);
  }

  private void flushCounts() {
    long lost = overflow.getAndSet(0);
    if (lost > 0) {
      Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
      counts.merge(new Source(OVERFLOW, OTHERS, minute), lost, Long::sum);
    }
    if (counts.isEmpty()) {
      return;
    }
    try {
      transactions.executeWithoutResult(status -> store());
      counts = new HashMap<>();
      samples = new ArrayList<>();
      outage.passed();
    } catch (RuntimeException e) {
      // They stay in memory, bounded, until the database is back.
      outage.failed(e);
      samples = new ArrayList<>(samples.subList(0, Math.min(samples.size(), SOURCES_AT_MOST)));
    }
  }

  private void store() {
    counts.forEach(
        (source, times) -> {
          if (mapper.add(settings.node(), source, times) == 0) {
            mapper.insert(settings.node(), source, times);
          }
        });
    samples.forEach(sample -> mapper.insertSample(settings.node(), sample));
  }
}
