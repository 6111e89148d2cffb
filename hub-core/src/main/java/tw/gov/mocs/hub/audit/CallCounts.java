package tw.gov.mocs.hub.audit;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.shared.RocDate;

/** How many calls there were, day by day. It names no caller and no person, so it is no search. */
@Component
public class CallCounts {

  private final CallCountMapper mapper;
  private final LogIndex index;
  private final Clock clock;

  /** Days whose calls are all in the index: they are counted once. */
  private final Map<LocalDate, DayCalls> past = new ConcurrentHashMap<>();

  CallCounts(CallCountMapper mapper, LogIndex index, Clock clock) {
    this.mapper = mapper;
    this.index = index;
    this.clock = clock;
  }

  /**
   * The last days, today as the last; calls that were committed before are all among them.
   *
   * @param days how many, from 1
   */
  public List<DayCalls> last(int days) {
    LocalDate today = RocDate.dayOf(clock.instant());
    past.keySet().removeIf(day -> day.isBefore(today.minusDays(days)));
    return IntStream.range(0, days)
        .mapToObj(ago -> of(today.minusDays(days - 1L - ago), today))
        .toList();
  }

  /**
   * How many records the log has had so far, of calls and of all else; by how much it grows in a
   * second tells, cheaply, whether calls are being served on any node.
   */
  public long records() {
    return mapper.records();
  }

  private DayCalls of(LocalDate day, LocalDate today) {
    // A call that came in yesterday's last seconds may still be on its way into the log.
    if (!day.isBefore(today.minusDays(1))) {
      return counted(day);
    }
    DayCalls known = past.get(day);
    // Nobody waits for who counts, since he may wait for the index.
    return known == null ? past.merge(day, counted(day), (one, other) -> one) : known;
  }

  private DayCalls counted(LocalDate day) {
    return index.ofCalls(() -> count(day));
  }

  private DayCalls count(LocalDate day) {
    Instant from = day.atStartOfDay(RocDate.TAIPEI).toInstant();
    Instant before = day.plusDays(1).atStartOfDay(RocDate.TAIPEI).toInstant();
    Map<String, DayCalls.Calls> services =
        mapper.calls(from, before).stream()
            .collect(
                toMap(
                    row -> requireNonNullElse(row.service(), ""),
                    CallCountMapper.CountRow::calls,
                    DayCalls.Calls::plus));
    return new DayCalls(day, services, mapper.strangers(from, before));
  }
}
