package tw.gov.mocs.hub.exchange;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntSupplier;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.AuditLog;

/** What waits on this node, and how much may: the log's queue, and those of the edges here. */
@Component
public class Backlogs {

  private final List<Queue> queues = new CopyOnWriteArrayList<>();

  Backlogs(AuditLog log) {
    add("log", log.mostWaiting(), log::waiting);
  }

  /**
   * One queue at this moment.
   *
   * @param key what it is, for the messages
   * @param waiting how many wait
   * @param limit how many may; whoever comes then is refused as busy
   */
  public record Backlog(String key, int waiting, int limit) {

    /** Whether as many wait as may. */
    public boolean isFull() {
      return waiting >= limit;
    }
  }

  private record Queue(String key, int limit, IntSupplier waiting) {}

  /** Adds a queue of an edge that has begun on this node. */
  public final void add(String key, int limit, IntSupplier waiting) {
    queues.add(new Queue(key, limit, waiting));
  }

  /** All of them. */
  public List<Backlog> all() {
    return queues.stream()
        .map(queue -> new Backlog(queue.key(), queue.waiting().getAsInt(), queue.limit()))
        .toList();
  }
}
