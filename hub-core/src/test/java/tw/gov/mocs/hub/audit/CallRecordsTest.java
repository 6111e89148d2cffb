package tw.gov.mocs.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.Page;
import tw.gov.mocs.hub.shared.RocDate;

/** What an agency sees of its own calls, on every database. */
@OnEveryDatabase
class CallRecordsTest {

  private static final AtomicLong NEXT = new AtomicLong(7_000_000);

  private final AuditLog log;
  private final CallRecords records;
  private final CallRecordMapper mapper;
  private final JdbcTemplate sql;
  private final long agency = NEXT.incrementAndGet();
  private final Instant now = Instant.now();

  CallRecordsTest(TestDatabase database) {
    ApplicationContext core = TestCore.shared(database);
    log = core.getBean(AuditLog.class);
    records = core.getBean(CallRecords.class);
    mapper = core.getBean(CallRecordMapper.class);
    sql = new JdbcTemplate(core.getBean("hubDataSource", DataSource.class));
  }

  @Test
  void showsItsOwnCallsTheNewestFirst() {
    String old = called(now.minusSeconds(60));
    String young = called(now.minusSeconds(30));
    assertThat(ids(records.search(CallSearch.all(agency, 1, 10)))).containsExactly(young, old);
  }

  @Test
  void showsAFileOnceHoweverManyRecordsNameItsPersons() {
    String file = "file-" + agency;
    for (boolean last : List.of(false, false, true)) {
      CallRecord call = Calls.ofAgency(agency, Calls.served(log, 2));
      log.append(Calls.ofFile(file, last, call), Calls.fresh());
    }
    assertThat(records.search(CallSearch.all(agency, 1, 10)).items())
        .singleElement()
        .returns(false, CallLine::isPartOfFile);
  }

  @Test
  void showsTheOldestFirstIfAsked() {
    String old = called(now.minusSeconds(60));
    String young = called(now.minusSeconds(30));
    assertThat(ids(records.search(between(null, null, true)))).containsExactly(old, young);
  }

  @Test
  void showsWhatWasSentAndWhatCameOfIt() {
    String id = called(now.minusSeconds(60));
    assertThat(records.search(CallSearch.all(agency, 1, 10)).items())
        .singleElement()
        .returns(id, CallLine::recordId)
        .returns("SQ_TA_001", CallLine::service)
        .returns("APSQ11500001", CallLine::applicationNo)
        .returns(id, CallLine::requestId)
        .returns(true, CallLine::served)
        .returns(2, CallLine::rows)
        .returns(4096L, CallLine::bytes)
        .returns("0a1b2c", CallLine::certificateSerial)
        .returns(Duration.ofMillis(250), CallLine::duration);
  }

  @Test
  void showsNothingOfAnotherAgency() {
    String id = called(now.minusSeconds(60));
    long other = NEXT.incrementAndGet();
    assertThat(records.search(CallSearch.all(other, 1, 10)).items()).isEmpty();
    assertThat(records.find(other, id)).isEmpty();
  }

  @Test
  void showsOneOfItsOwnWithItsPurpose() {
    String id = called(now.minusSeconds(60));
    assertThat(records.find(agency, id))
        .get()
        .returns("案號 𠮷 1", OwnCall::purpose)
        .returns("192.0.2.7", OwnCall::callerAddress)
        .returns(id, call -> call.line().recordId());
  }

  @Test
  void showsNothingOlderThanNinetyDays() {
    String id = called(now.minus(Duration.ofDays(91)));
    called(now.minus(Duration.ofDays(89)));
    assertThat(records.search(between(Instant.EPOCH, null, false)).total()).isOne();
    assertThat(records.find(agency, id)).isEmpty();
  }

  @Test
  void narrowsByTime() {
    called(now.minusSeconds(90));
    String middle = called(now.minusSeconds(60));
    called(now.minusSeconds(30));
    assertThat(ids(records.search(between(now.minusSeconds(60), now.minusSeconds(30), false))))
        .containsExactly(middle);
  }

  @Test
  void narrowsByServiceApplicationAndRequest() {
    String id = called(now.minusSeconds(60));
    called(now.minusSeconds(30));
    assertThat(ids(records.search(naming("SQ_TA_001", "APSQ11500001", id)))).containsExactly(id);
    assertThat(records.search(naming("SQ_TA_002", null, null)).total()).isZero();
    assertThat(records.search(naming(null, "APSQ11500002", null)).total()).isZero();
    assertThat(records.search(naming(null, null, "none")).total()).isZero();
  }

  @Test
  void tellsServedFromRefused() {
    String served = called(now.minusSeconds(60));
    String refused = called(now.minusSeconds(30), ErrorCode.FIELD_NOT_GRANTED.code());
    assertThat(ids(records.search(outcome(CallSearch.Outcome.SERVED, null))))
        .containsExactly(served);
    assertThat(ids(records.search(outcome(CallSearch.Outcome.REFUSED, null))))
        .containsExactly(refused);
    assertThat(ids(records.search(outcome(null, ErrorCode.FIELD_NOT_GRANTED))))
        .containsExactly(refused);
    assertThat(records.search(outcome(null, ErrorCode.BUSY)).total()).isZero();
    assertThat(
            records.search(outcome(CallSearch.Outcome.SERVED, ErrorCode.FIELD_NOT_GRANTED)).total())
        .isZero();
  }

  @Test
  void tellsWhatTheHubCouldNotFromWhatItRefused() {
    String refused = called(now.minusSeconds(60), ErrorCode.FIELD_NOT_GRANTED.code());
    String failed = called(now.minusSeconds(30), ErrorCode.SOURCE_UNAVAILABLE.code());
    String drifted = called(now.minusSeconds(20), ErrorCode.SOURCE_DRIFT.code());
    assertThat(ids(records.search(outcome(CallSearch.Outcome.FAILED, null))))
        .containsExactly(drifted, failed);
    assertThat(ids(records.search(outcome(CallSearch.Outcome.REFUSED, null))))
        .containsExactly(refused);
    assertThat(ids(records.search(outcome(null, ErrorCode.SOURCE_UNAVAILABLE))))
        .containsExactly(failed);
  }

  @Test
  void namesTheReasonOfARefusal() {
    called(now.minusSeconds(30), ErrorCode.FIELD_NOT_GRANTED.code());
    assertThat(records.search(CallSearch.all(agency, 1, 10)).items().get(0).refusal())
        .contains(ErrorCode.FIELD_NOT_GRANTED);
  }

  @Test
  void turnsPages() {
    String first = called(now.minusSeconds(90));
    String second = called(now.minusSeconds(60));
    String third = called(now.minusSeconds(30));
    assertThat(ids(records.search(CallSearch.all(agency, 1, 2)))).containsExactly(third, second);
    assertThat(ids(records.search(CallSearch.all(agency, 2, 2)))).containsExactly(first);
    assertThat(ids(records.search(CallSearch.all(agency, 3, 2)))).isEmpty();
  }

  @Test
  void countsNoFurtherThanItShows() {
    called(now.minusSeconds(90));
    called(now.minusSeconds(60));
    String youngest = called(now.minusSeconds(30));
    CallRecords few = new CallRecords(mapper, Clock.systemUTC(), 2);
    Page<CallLine> page = few.search(CallSearch.all(agency, 1, 1));
    assertThat(ids(page)).containsExactly(youngest);
    assertThat(page.total()).isEqualTo(2);
    assertThat(page.more()).isTrue();
    assertThat(few.search(CallSearch.all(agency, 1, 10)).items()).hasSize(2);
    assertThat(few.search(CallSearch.all(agency, 3, 1)).items()).isEmpty();
  }

  @Test
  void saysNotThatThereIsMoreWhereAllWasCounted() {
    called(now.minusSeconds(90));
    called(now.minusSeconds(60));
    CallRecords few = new CallRecords(mapper, Clock.systemUTC(), 2);
    assertThat(few.search(CallSearch.all(agency, 1, 1)).more()).isFalse();
  }

  @Test
  void addsUpWhatAnApplicationUsed() {
    LocalDate today = RocDate.dayOf(now);
    String number = "U" + agency;
    used(number, today, 3, 30);
    used(number, today.minusDays(29), 4, 40);
    used(number, today.minusDays(30), 5, 50);
    assertThat(records.useOf(number))
        .isEqualTo(new ApplicationUse(new QuotaUse(3, 30), new QuotaUse(7, 70)));
  }

  @Test
  void findsNoUseOfWhatWasNeverUsed() {
    assertThat(records.useOf("UNUSED"))
        .isEqualTo(new ApplicationUse(new QuotaUse(0, 0), new QuotaUse(0, 0)));
  }

  private String called(Instant received) {
    return called(received, CallLine.SERVED);
  }

  private String called(Instant received, String outcome) {
    CallRecord call = Calls.ofAgency(agency, Calls.served(log, 2));
    log.append(
        new CallRecord(
            call.recordId(),
            call.who(),
            call.what(),
            received,
            received,
            received.plusMillis(250),
            new CallRecord.Outcome(outcome, null, 2, 4096, new byte[32]),
            call.persons(),
            call.requestDigest(),
            null),
        Calls.fresh());
    return call.recordId();
  }

  private void used(String number, LocalDate day, int calls, long rows) {
    sql.update(
        "INSERT INTO quota_use (application_no, quota_day, calls, rows_returned)"
            + " VALUES (?, ?, ?, ?)",
        number,
        day,
        calls,
        rows);
  }

  private static List<String> ids(Page<CallLine> page) {
    return page.items().stream().map(CallLine::recordId).toList();
  }

  private CallSearch between(@Nullable Instant from, @Nullable Instant before, boolean oldest) {
    return new CallSearch(agency, from, before, null, null, null, null, null, oldest, 1, 10);
  }

  private CallSearch naming(
      @Nullable String service, @Nullable String application, @Nullable String request) {
    return new CallSearch(
        agency, null, null, service, application, request, null, null, false, 1, 10);
  }

  private CallSearch outcome(CallSearch.@Nullable Outcome outcome, @Nullable ErrorCode refusal) {
    return new CallSearch(agency, null, null, null, null, null, outcome, refusal, false, 1, 10);
  }
}
