package tw.gov.mocs.hub.database;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tw.gov.mocs.hub.shared.Outage;

/**
 * Tells every node that something it keeps in memory was changed: at once on the node that changed
 * it, within {@value #POLL_MILLIS} ms on the others.
 */
@Component
public class Changes {

  private static final Logger LOG = LoggerFactory.getLogger(Changes.class);
  private static final long POLL_MILLIS = 500;

  private final ChangeMapper mapper;
  private final Map<ChangeTopic, CopyOnWriteArrayList<Runnable>> listeners =
      new EnumMap<>(ChangeTopic.class);
  private final Map<ChangeTopic, Long> seen = new ConcurrentHashMap<>();
  private final Outage outage =
      new Outage(LOG, "the change counters cannot be read", "the change counters are read again");
  private boolean toldClosed;

  Changes(ChangeMapper mapper) {
    this.mapper = mapper;
    for (ChangeTopic topic : ChangeTopic.values()) {
      listeners.put(topic, new CopyOnWriteArrayList<>());
    }
    // Before anything is read into memory, so that no change falls between.
    mapper.counts().forEach(count -> seen.put(count.topic(), count.changes()));
  }

  /** Calls {@code listener} after each change of the topic, on any node; it must be quick. */
  public void listen(ChangeTopic topic, Runnable listener) {
    listenersOf(topic).add(listener);
  }

  /**
   * Marks a change, in the transaction that makes it.
   *
   * @throws IllegalStateException outside a transaction
   */
  public void mark(ChangeTopic topic) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      throw new IllegalStateException("a change must be marked in its own transaction");
    }
    mapper.increment(topic);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            listenersOf(topic).forEach(Runnable::run);
          }
        });
  }

  /** Looks whether another node has changed something. */
  @Scheduled(fixedDelay = POLL_MILLIS)
  void poll() {
    try {
      for (ChangeMapper.ChangeCount count : mapper.counts()) {
        Long before = seen.get(count.topic());
        if (before == null || before != count.changes()) {
          listenersOf(count.topic()).forEach(Runnable::run);
          // Only now: what a listener could not read is tried again at the next look.
          seen.put(count.topic(), count.changes());
        }
      }
      outage.passed();
    } catch (RuntimeException e) {
      // The database is away: nothing is served meanwhile, because no record can be written.
      outage.failed(e);
      tellClosed(e);
    }
  }

  /** This is what asks the database most often, so it is the first to see that it is no more. */
  private synchronized void tellClosed(RuntimeException failure) {
    if (!toldClosed && DatabaseFailures.hasClosedItself(failure)) {
      toldClosed = true;
      LOG.error(
          "the embedded database has closed itself, as it does when its file cannot be written"
              + " (is the disk full?): nothing is served until the hub is started again; what was"
              + " acknowledged is kept");
    }
  }

  private CopyOnWriteArrayList<Runnable> listenersOf(ChangeTopic topic) {
    return requireNonNull(listeners.get(topic), "topic");
  }
}
