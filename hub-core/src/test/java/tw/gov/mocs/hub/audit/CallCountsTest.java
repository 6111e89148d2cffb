package tw.gov.mocs.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.RocDate;

/** The calls of each day, on every database. */
@OnEveryDatabase
class CallCountsTest {

  private static final int DAYS = 5;
  private static final AtomicLong NEXT = new AtomicLong(9_500_000);

  private final ApplicationContext core;
  private final AuditLog log;
  private final Instant now = Instant.now();

  CallCountsTest(TestDatabase database) {
    core = TestCore.shared(database);
    log = core.getBean(AuditLog.class);
  }

  @Test
  void countsHowCallsEndedOnTheirDay() {
    List<DayCalls> before = counts().last(DAYS);
    append(now, null);
    append(now, ErrorCode.FIELD_NOT_GRANTED);
    append(now, ErrorCode.FIELD_NOT_GRANTED);
    append(now, ErrorCode.INTERNAL_ERROR);
    append(now, ErrorCode.SOURCE_DRIFT);
    append(now.minus(Duration.ofDays(1)), null);
    append(now.minus(Duration.ofDays(DAYS)), null);
    List<DayCalls> after = counts().last(DAYS);
    assertThat(grown(before, after, DayCalls::served)).containsExactly(0L, 0L, 0L, 1L, 1L);
    assertThat(grown(before, after, DayCalls::refused)).containsExactly(0L, 0L, 0L, 0L, 2L);
    assertThat(grown(before, after, DayCalls::failed)).containsExactly(0L, 0L, 0L, 0L, 2L);
  }

  @Test
  void countsADeliveryOnceHoweverManyRecordsNameItsPersons() {
    long before = counts().last(1).get(0).served();
    String deliveryNo = "delivery " + NEXT.incrementAndGet();
    for (boolean last : List.of(false, false, true)) {
      log.append(Calls.ofFile(deliveryNo, last, Calls.served(log, 2)), Calls.fresh());
    }
    assertThat(counts().last(1).get(0).served() - before).isEqualTo(1);
  }

  @Test
  void namesTheDaysOfTaipeiTheLastOneToday() {
    LocalDate today = RocDate.dayOf(Instant.now());
    assertThat(counts().last(3))
        .extracting(DayCalls::day)
        .containsExactly(today.minusDays(2), today.minusDays(1), today);
  }

  @Test
  void countsADayThatIsOverOnce() {
    CallCounts counts = counts();
    Instant old = now.minus(Duration.ofDays(3));
    append(old, null);
    long once = counts.last(DAYS).get(DAYS - 4).served();
    append(old, null);
    assertThat(counts.last(DAYS).get(DAYS - 4).served()).isEqualTo(once);
    assertThat(counts().last(DAYS).get(DAYS - 4).served()).isEqualTo(once + 1);
  }

  /** One that has counted nothing yet. */
  private CallCounts counts() {
    return new CallCounts(
        core.getBean(CallCountMapper.class), core.getBean(LogIndex.class), Clock.systemUTC());
  }

  private static List<Long> grown(
      List<DayCalls> before, List<DayCalls> after, ToLongFunction<DayCalls> part) {
    return IntStream.range(0, DAYS)
        .mapToObj(i -> part.applyAsLong(after.get(i)) - part.applyAsLong(before.get(i)))
        .toList();
  }

  private void append(Instant received, @Nullable ErrorCode refusal) {
    CallRecord call = Calls.ofAgency(NEXT.incrementAndGet(), Calls.served(log, 1));
    CallRecord.Outcome outcome =
        refusal == null
            ? call.outcome()
            : new CallRecord.Outcome(refusal.code(), "test", 0, 0, null);
    log.append(
        new CallRecord(
            call.recordId(),
            call.who(),
            call.what(),
            received,
            received,
            received.plusMillis(250),
            outcome,
            refusal == null ? call.persons() : Set.of(),
            call.requestDigest(),
            null),
        Calls.fresh());
  }
}
