package tw.gov.mocs.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.RocDate;

/** What applications called on days that no other test writes to, on every database. */
@OnEveryDatabase
class UsageDaysTest {

  private static final AtomicLong NEXT = new AtomicLong(9_700_000);

  private final ApplicationContext core;
  private final AuditLog log;
  private final long agency = NEXT.incrementAndGet();
  private final String number = "APSQ115" + (agency % 100_000);
  private final LocalDate day = LocalDate.of(2024, 3, 1).plusDays(agency % 300);

  UsageDaysTest(TestDatabase database) {
    core = TestCore.shared(database);
    log = core.getBean(AuditLog.class);
  }

  @Test
  void countsWhatWasGivenWhatWasRefusedAndWhatFailed() {
    append("09:00:00", 3, null);
    append("23:59:59", 4, null);
    append("12:00:00", 0, ErrorCode.FIELD_NOT_GRANTED);
    append("12:00:01", 0, ErrorCode.SOURCE_UNAVAILABLE);
    append("12:00:02", 0, ErrorCode.SOURCE_UNAVAILABLE);
    assertThat(own(days())).containsExactly(new UsageDay(day, agency, number, 2, 1, 2, 1, 7, 7));
  }

  @Test
  void callsNightWhatComesBeforeSixAndFromTenOn() {
    for (String time : List.of("00:00:00", "05:59:59", "06:00:00", "21:59:59", "22:00:00")) {
      append(time, 1, null);
    }
    assertThat(own(days())).extracting(UsageDay::night).containsExactly(3L);
  }

  @Test
  void knowsTheBusiestSixtySeconds() {
    for (String time : List.of("09:00:30", "09:00:59", "09:01:29", "09:01:30", "10:00:00")) {
      append(time, 1, null);
    }
    assertThat(days().busiestMinute(day, number)).isEqualTo(3);
    assertThat(days().busiestMinute(day.plusDays(1), number)).isZero();
  }

  @Test
  void countsADeliveryOnceHoweverManyRecordsNameItsPersons() {
    for (int file = 1; file <= 2; file++) {
      appendFile("23:00:00", "delivery " + agency + " " + file, false);
      appendFile("23:00:00", "delivery " + agency + " " + file, true);
    }
    assertThat(own(days())).containsExactly(new UsageDay(day, agency, number, 2, 0, 0, 2, 6, 12));
    assertThat(days().busiestMinute(day, number)).isEqualTo(2);
  }

  @Test
  void countsADayThatIsOverOnce() {
    UsageDays days = days();
    append("09:00:00", 1, null);
    assertThat(own(days)).extracting(UsageDay::served).containsExactly(1L);
    append("09:00:01", 1, null);
    assertThat(own(days)).extracting(UsageDay::served).containsExactly(1L);
    assertThat(own(days())).extracting(UsageDay::served).containsExactly(2L);
  }

  /** One that has counted nothing yet. */
  private UsageDays days() {
    return new UsageDays(
        core.getBean(UsageMapper.class),
        core.getBean(LogIndex.class),
        core.getBean(TransactionTemplate.class),
        Clock.systemUTC());
  }

  private List<UsageDay> own(UsageDays days) {
    return days.of(day.minusDays(1), day.plusDays(1)).stream()
        .filter(one -> one.agencyId() == agency)
        .toList();
  }

  private void appendFile(String time, String deliveryNo, boolean last) {
    CallRecord call = Calls.ofAgency(agency, Calls.served(log, 3));
    append(time, Calls.ofFile(deliveryNo, last, call), null);
  }

  private void append(String time, int persons, @Nullable ErrorCode refusal) {
    append(time, Calls.ofAgency(agency, Calls.served(log, persons)), refusal);
  }

  private void append(String time, CallRecord call, @Nullable ErrorCode refusal) {
    Instant received = day.atTime(LocalTime.parse(time)).atZone(RocDate.TAIPEI).toInstant();
    CallRecord.Outcome outcome =
        refusal == null
            ? call.outcome()
            : new CallRecord.Outcome(refusal.code(), "test", 0, 0, null);
    CallRecord.What what = call.what();
    log.append(
        new CallRecord(
            call.recordId(),
            call.who(),
            new CallRecord.What(
                what.service(),
                what.requestId(),
                number,
                what.grantVersion(),
                what.purpose(),
                what.criteria()),
            received,
            received,
            received,
            outcome,
            call.persons(),
            call.requestDigest(),
            call.request()),
        Calls.fresh());
  }
}
