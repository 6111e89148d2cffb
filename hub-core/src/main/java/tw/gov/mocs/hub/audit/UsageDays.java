package tw.gov.mocs.hub.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.shared.RocDate;

/** What each application called, day by day, of every call that is committed. */
@Component
public class UsageDays {

  private static final LocalTime MORNING = LocalTime.of(6, 0);
  private static final LocalTime NIGHT = LocalTime.of(22, 0);
  private static final long WINDOW_SECONDS = 60;

  private final UsageMapper mapper;
  private final LogIndex index;
  private final TransactionTemplate transactions;
  private final Clock clock;

  /** Days whose calls are all in the index: they are counted once. */
  private final Map<LocalDate, List<UsageDay>> past = new ConcurrentHashMap<>();

  UsageDays(UsageMapper mapper, LogIndex index, TransactionTemplate transactions, Clock clock) {
    this.mapper = mapper;
    this.index = index;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The days from the first to the last, both included; a day without calls has none. */
  public List<UsageDay> of(LocalDate first, LocalDate last) {
    LocalDate today = RocDate.dayOf(clock.instant());
    return first.datesUntil(last.plusDays(1)).flatMap(day -> onDay(day, today).stream()).toList();
  }

  private List<UsageDay> onDay(LocalDate day, LocalDate today) {
    // A call that came in yesterday's last seconds may still be on its way into the log.
    if (!day.isBefore(today.minusDays(1))) {
      return counted(day);
    }
    List<UsageDay> known = past.get(day);
    // Nobody waits for who counts, since he may wait for the index.
    return known == null ? past.merge(day, counted(day), (one, other) -> one) : known;
  }

  private List<UsageDay> counted(LocalDate day) {
    return index.ofCalls(() -> count(day));
  }

  private List<UsageDay> count(LocalDate day) {
    Instant from = at(day, LocalTime.MIN);
    Instant before = at(day.plusDays(1), LocalTime.MIN);
    Map<List<Object>, Long> nights =
        mapper.nights(from, at(day, MORNING), at(day, NIGHT), before).stream()
            .collect(Collectors.toMap(UsageMapper.NightRow::whose, UsageMapper.NightRow::calls));
    return mapper.days(from, before).stream()
        .map(row -> row.on(day, nights.getOrDefault(row.whose(), 0L)))
        .toList();
  }

  /** How many calls of an application came within sixty seconds of a day, at most. */
  public long busiestMinute(LocalDate day, String applicationNo) {
    return index.ofCalls(() -> busiest(day, applicationNo));
  }

  private long busiest(LocalDate day, String applicationNo) {
    Deque<Instant> window = new ArrayDeque<>();
    long[] most = {0};
    transactions.executeWithoutResult(
        status ->
            mapper.moments(
                applicationNo,
                at(day, LocalTime.MIN),
                at(day.plusDays(1), LocalTime.MIN),
                one -> {
                  Instant moment = one.getResultObject();
                  window.addLast(moment);
                  while (!window.getFirst().plusSeconds(WINDOW_SECONDS).isAfter(moment)) {
                    window.removeFirst();
                  }
                  most[0] = Math.max(most[0], window.size());
                }));
    return most[0];
  }

  private static Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(RocDate.TAIPEI).toInstant();
  }
}
