package tw.gov.mocs.hub.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.shared.BareFailure;

/**
 * Logins that were refused, as acts: a certificate and cause at once when it is the first of an
 * hour, and at the end of the hour how often it came again. However many come, an hour has no more
 * acts than the limits here allow, so that nobody fills the log.
 */
@Component
class RefusedLogins {

  private static final Logger LOG = LoggerFactory.getLogger(RefusedLogins.class);

  /** Told apart in an hour; it costs nothing to be one more. */
  static final int STRANGERS = 100;

  /** Told apart beside them: those that an authority knows, whom no flood of strangers hides. */
  static final int KNOWN = 1_000;

  /** Kept while the database is away. */
  private static final int UNWRITTEN = 2 * (STRANGERS + KNOWN);

  private final ActOutbox outbox;
  private final LogWriter writer;
  private final TransactionTemplate transactions;
  private final Clock clock;

  private final Map<String, Count> hour = new LinkedHashMap<>();
  private Instant begun;
  private int strangers;
  private int known;

  /** Only of the thread that flushes. */
  private final List<Act> unwritten = new ArrayList<>();

  RefusedLogins(ActOutbox outbox, LogWriter writer, TransactionTemplate transactions, Clock clock) {
    this.outbox = outbox;
    this.writer = writer;
    this.transactions = transactions;
    this.clock = clock;
    this.begun = hourOfNow();
  }

  /** Returns at once; it is an act, or counted by one, after the next flush. */
  synchronized void note(RefusedLogin login) {
    Count count = hour.get(login.key());
    if (count == null) {
      boolean room = login.isStranger() ? strangers++ < STRANGERS : known++ < KNOWN;
      RefusedLogin one = room ? login : login.amongOthers();
      count = hour.computeIfAbsent(one.key(), key -> new Count(one));
    }
    count.again(clock.instant());
  }

  /**
   * Writes what is new, and what came again once its hour has ended.
   *
   * @param last whether the hub stops, which ends the hour
   */
  void flush(boolean last) {
    unwritten.addAll(due(last));
    if (unwritten.isEmpty()) {
      return;
    }
    try {
      transactions.executeWithoutResult(
          status -> unwritten.forEach(act -> outbox.put(act, writer::actWaits)));
      unwritten.clear();
    } catch (RuntimeException e) {
      LOG.warn("refused logins are not in the log yet: {}", BareFailure.of(e).getMessage());
      if (unwritten.size() > UNWRITTEN) {
        unwritten.subList(UNWRITTEN, unwritten.size()).clear();
      }
    }
  }

  private synchronized List<Act> due(boolean last) {
    boolean over = last || hourOfNow().isAfter(begun);
    List<Act> acts =
        hour.values().stream().filter(count -> count.isDue(over)).map(Count::take).toList();
    if (over) {
      hour.clear();
      strangers = 0;
      known = 0;
      begun = hourOfNow();
    }
    return acts;
  }

  private Instant hourOfNow() {
    return clock.instant().truncatedTo(ChronoUnit.HOURS);
  }

  /** How often one came in this hour without having been written. */
  private static final class Count {

    private final RefusedLogin login;
    private Instant since = Instant.EPOCH;
    private long times;
    private boolean written;

    Count(RefusedLogin login) {
      this.login = login;
    }

    void again(Instant now) {
      since = times++ == 0 ? now : since;
    }

    boolean isDue(boolean over) {
      return times > 0 && (over || !written);
    }

    Act take() {
      StringBuilder after = new StringBuilder("code=").append(login.cause().code());
      if (times > 1) {
        after.append("; times=").append(times).append("; since=").append(since);
      }
      if (!login.certificate().isEmpty()) {
        after.append("; ").append(login.certificate());
      }
      times = 0;
      written = true;
      return new Act(
          AuditAction.LOGIN_REFUSED,
          login.actor(),
          "portal",
          login.agencyId(),
          null,
          after.toString(),
          null);
    }
  }
}
