package tw.gov.mocs.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.Page;

/** What auditors find, on every database. */
@OnEveryDatabase
class LogSearchesTest {

  private static final AtomicLong NEXT = new AtomicLong(8_000_000);
  private static final Actor AUDITOR = new Actor("auditor", null, null);

  private final ApplicationContext core;
  private final AuditLog log;
  private final LogSearches searches;
  private final PersonHasher hasher;
  private final long agency = NEXT.incrementAndGet();
  private final SoughtAgency sought = new SoughtAgency(agency, "A%08d".formatted(agency));
  private final Instant now = Instant.now();

  LogSearchesTest(TestDatabase database) {
    core = TestCore.shared(database);
    log = core.getBean(AuditLog.class);
    searches = core.getBean(LogSearches.class);
    hasher = core.getBean(PersonHasher.class);
  }

  @Test
  void findsACallAtOnce() {
    String id = called(now);
    assertThat(searches.search(ofAgency(), AUDITOR).items())
        .singleElement()
        .returns(id, found -> found.recordId())
        .returns("192.0.2.7", FoundCall::callerAddress)
        .returns("301000000A", FoundCall::agencyCode)
        .returns(1, FoundCall::persons);
  }

  @Test
  void showsTheNewestFirstUnlessAsked() {
    String old = called(now.minusSeconds(60));
    String young = called(now.minusSeconds(30));
    assertThat(ids(ofAgency())).containsExactly(young, old);
    assertThat(ids(search(null, null, null, null, List.of(), true))).containsExactly(old, young);
  }

  @Test
  void findsWhoseDataAnAnswerHeld() {
    String id = called(now, call -> of("A100000009", call));
    called(now);
    assertThat(ids(search(null, null, null, null, hasher.hashesOf("a100000009 "), false)))
        .containsExactly(id);
    assertThat(ids(search(null, null, null, null, hasher.hashesOf("B100000009"), false))).isEmpty();
  }

  @Test
  void findsWhoAskedForAPersonAndWasGivenNothing() {
    String number = "H%08d9".formatted(agency);
    String nothing = called(now.minusSeconds(60), call -> asking(number, nothing(call)));
    String refused = called(now.minusSeconds(30), call -> asking(number, refused(call)));
    called(now);
    Page<FoundCall> page = searches.search(ofPerson(hasher.hashesOf(number)), AUDITOR);
    assertThat(page.total()).isEqualTo(2);
    assertThat(page.items())
        .extracting(FoundCall::recordId, FoundCall::standing)
        .containsExactly(tuple(refused, Standing.ASKED), tuple(nothing, Standing.ASKED));
  }

  @Test
  void findsACallThatAskedForAPersonAndGotHimOnce() {
    String number = "J%08d9".formatted(agency);
    String both = called(now.minusSeconds(60), call -> asking(number, of(number, call)));
    String answered = called(now, call -> of(number, call));
    Page<FoundCall> page = searches.search(ofPerson(hasher.hashesOf(number)), AUDITOR);
    assertThat(page.total()).isEqualTo(2);
    assertThat(page.items())
        .extracting(FoundCall::recordId, FoundCall::standing)
        .containsExactly(tuple(answered, Standing.ANSWERED), tuple(both, Standing.BOTH));
  }

  @Test
  void findsWhoAskedUnderAPastKey() {
    PersonHash past = new PersonHash("past", Calls.sha256("past " + agency));
    String criteria = "{\"idNo\":[\"%s\"]}".formatted(past);
    String id = called(now, call -> Calls.asking(criteria, nothing(call)));
    PersonHash present = hasher.hash("K%08d9".formatted(agency));
    assertThat(ids(ofPerson(List.of(present, past)))).containsExactly(id);
  }

  @Test
  void tellsWhereAPersonStandsOfPersonsAlone() {
    called(now);
    assertThat(searches.search(ofAgency(), AUDITOR).items())
        .singleElement()
        .returns(null, FoundCall::standing);
  }

  @Test
  void reportsNobodyWhoOnlyAsked() {
    String number = "M%08d9".formatted(agency);
    called(now.minusSeconds(60), call -> asking(number, nothing(call)));
    String given = called(now, call -> asking(number, of(number, call)));
    assertThat(ids(ofPerson(hasher.hashesOf(number)))).hasSize(2);
    assertThat(searches.disclosures(hashes(number), null, null, "當事人查詢", AUDITOR).items())
        .singleElement()
        .returns(given, one -> one.call().recordId());
  }

  @Test
  void showsAFileOnceUnlessItsRecordsAreAskedFor() {
    String file = "file-" + agency;
    String part = called(now.minusSeconds(2), call -> part(file, of("A100000009", call)));
    String last = called(now, call -> Calls.ofFile(file, true, call));
    assertThat(ids(ofAgency())).containsExactly(last);
    assertThat(ids(outcome(CallSearch.Outcome.SERVED, null))).containsExactly(last);
    assertThat(ids(outcome(CallSearch.Outcome.REFUSED, null))).isEmpty();
    assertThat(ids(search(null, null, file, null, List.of(), false))).containsExactly(last, part);
  }

  @Test
  void findsWhomARecordOfAFileNames() {
    String number = "Y%08d9".formatted(NEXT.incrementAndGet());
    String part = called(now, call -> part("file-" + agency, of(number, call)));
    List<PersonHash> person = hasher.hashesOf(number);
    assertThat(ids(search(null, null, null, null, person, false))).containsExactly(part);
    assertThat(searches.disclosures(person, null, null, "a test", AUDITOR).items())
        .singleElement()
        .returns(part, given -> given.call().recordId());
  }

  private static CallRecord part(String file, CallRecord call) {
    return Calls.ofFile(file, false, call);
  }

  @Test
  void findsByEachCriterion() {
    String id = called(now.minusSeconds(60));
    assertThat(ids(search("APSQ11500001", "SQ_TA_001", id, "192.0.2.7", List.of(), false)))
        .containsExactly(id);
    assertThat(ids(search("APSQ11500002", null, null, null, List.of(), false))).isEmpty();
    assertThat(ids(search(null, "SQ_TA_002", null, null, List.of(), false))).isEmpty();
    assertThat(ids(search(null, null, "another", null, List.of(), false))).isEmpty();
    assertThat(ids(search(null, null, null, "192.0.2.8", List.of(), false))).isEmpty();
  }

  @Test
  void findsByEachLeadAlone() {
    String id = called(now.minusSeconds(60));
    assertThat(ids(unbound("request", id))).containsExactly(id);
    assertThat(ids(unbound("application", "APSQ11500001"))).contains(id);
    assertThat(ids(unbound("service", "SQ_TA_001"))).contains(id);
    assertThat(ids(unbound("address", "192.0.2.7"))).contains(id);
  }

  @Test
  void tellsServedFromRefusedAndWhy() {
    String served = called(now.minusSeconds(60));
    String refused = called(now.minusSeconds(30), LogSearchesTest::refused);
    assertThat(ids(outcome(CallSearch.Outcome.SERVED, null))).containsExactly(served);
    assertThat(ids(outcome(CallSearch.Outcome.REFUSED, null))).containsExactly(refused);
    assertThat(ids(outcome(null, ErrorCode.FIELD_NOT_GRANTED))).containsExactly(refused);
    assertThat(ids(outcome(CallSearch.Outcome.SERVED, ErrorCode.FIELD_NOT_GRANTED))).isEmpty();
  }

  @Test
  void tellsWhatTheHubCouldNotFromWhatItRefused() {
    String refused = called(now.minusSeconds(60), LogSearchesTest::refused);
    String failed = called(now.minusSeconds(30), call -> ended(call, ErrorCode.SOURCE_UNAVAILABLE));
    String drifted = called(now.minusSeconds(20), call -> ended(call, ErrorCode.SOURCE_DRIFT));
    assertThat(ids(outcome(CallSearch.Outcome.FAILED, null))).containsExactly(drifted, failed);
    assertThat(ids(outcome(CallSearch.Outcome.REFUSED, null))).containsExactly(refused);
    assertThat(ids(outcome(null, ErrorCode.SOURCE_UNAVAILABLE))).containsExactly(failed);
  }

  @Test
  void narrowsByTime() {
    called(now.minusSeconds(90));
    String middle = called(now.minusSeconds(60));
    called(now.minusSeconds(30));
    assertThat(ids(between(now.minusSeconds(60), now.minusSeconds(30)))).containsExactly(middle);
  }

  @Test
  void countsNoFurtherThanItShows() {
    called(now.minusSeconds(90));
    called(now.minusSeconds(60));
    String youngest = called(now.minusSeconds(30));
    LogSearches few =
        new LogSearches(
            core.getBean(LogSearchMapper.class),
            core.getBean(StoredRows.class),
            core.getBean(CheckpointMapper.class),
            core.getBean(LogIndex.class),
            log,
            core.getBean(TransactionTemplate.class),
            2);
    Page<FoundCall> page = few.search(ofAgency(), AUDITOR);
    assertThat(page.total()).isEqualTo(2);
    assertThat(page.more()).isTrue();
    assertThat(page.items()).hasSize(2);
    assertThat(page.items().get(0).recordId()).isEqualTo(youngest);
  }

  @Test
  void isItselfInTheLogWithoutTheNumber() {
    List<PersonHash> persons = hasher.hashesOf("C%08d9".formatted(agency));
    searches.search(
        search(null, null, null, null, persons, false), new Actor("by " + agency, null, null));
    assertThat(LoggedActs.of(core, "state_after", "calls"))
        .contains("agency %s, person %s".formatted(sought.code(), persons.get(0)));
  }

  @Test
  void saysInTheLogWhoseActsWereLookedForByTheCodeOfTheAgency() {
    searches.search(acts(AuditAction.AGENCY_SUSPENDED, null, null), AUDITOR);
    assertThat(LoggedActs.of(core, "state_after", "acts"))
        .contains("action AGENCY_SUSPENDED, agency " + sought.code());
  }

  @Test
  void reportsWhoWasGivenDataOfAPerson() {
    String number = "D%08d9".formatted(agency);
    String former = "E%08d9".formatted(agency);
    String first = called(now.minusSeconds(60), call -> of(number, call));
    String second = called(now.minusSeconds(30), call -> of(former, call));
    called(now);
    Page<Disclosure> report =
        searches.disclosures(hashes(number, former), null, null, "當事人查詢", AUDITOR);
    assertThat(report.items())
        .extracting(one -> one.call().recordId())
        .containsExactly(first, second);
    assertThat(report.items()).allMatch(one -> one.content() == Disclosure.Content.WHOLE);
    assertThat(report.items().get(0).purpose()).isEqualTo("案號 𠮷 1");
    assertThat(LoggedActs.of(core, "reason", "person")).contains("當事人查詢");
    assertThat(LoggedActs.of(core, "state_after", "person"))
        .contains(
            "outcome SERVED, person %s %s".formatted(hasher.hash(number), hasher.hash(former)));
  }

  @Test
  void tellsARecordThatWasChanged() {
    String number = "F%08d9".formatted(agency);
    String id = called(now, call -> of(number, call));
    new JdbcTemplate(core.getBean("hubDataSource", DataSource.class))
        .update("UPDATE audit_call SET purpose = 'another' WHERE request_id = ?", id);
    assertThat(searches.disclosures(hashes(number), null, null, "當事人查詢", AUDITOR).items())
        .singleElement()
        .returns(Disclosure.Content.CHANGED, Disclosure::content);
    new JdbcTemplate(core.getBean("hubDataSource", DataSource.class))
        .update("UPDATE audit_call SET purpose = ? WHERE request_id = ?", "案號 𠮷 1", id);
  }

  @Test
  void tellsARecordWhoseContentIsLostBesideTheOthers() {
    String number = "L%08d9".formatted(agency);
    String lost = called(now.minusSeconds(60), call -> of(number, call));
    String kept = called(now, call -> of(number, call));
    searches.disclosures(hashes(number), null, null, "當事人查詢", AUDITOR);
    JdbcTemplate sql = new JdbcTemplate(core.getBean("hubDataSource", DataSource.class));
    sql.execute(
        "CREATE TABLE put_aside AS SELECT * FROM audit_call WHERE request_id = '" + lost + "'");
    sql.update("DELETE FROM audit_call WHERE request_id = ?", lost);
    try {
      assertThat(searches.disclosures(hashes(number), null, null, "當事人查詢", AUDITOR).items())
          .extracting(one -> one.call().recordId(), Disclosure::content)
          .containsExactly(
              tuple(lost, Disclosure.Content.LOST), tuple(kept, Disclosure.Content.WHOLE));
    } finally {
      // The others of this log must not find it spoilt.
      sql.update("INSERT INTO audit_call SELECT * FROM put_aside");
      sql.execute("DROP TABLE put_aside");
    }
  }

  @Test
  void findsAgainWhatTheIndexHasLost() {
    String number = "G%08d9".formatted(agency);
    String asked = called(now.minusSeconds(30), call -> asking(number, nothing(call)));
    String id = called(now, call -> of(number, call));
    LogSearch person = ofPerson(hasher.hashesOf(number));
    assertThat(ids(person)).containsExactly(id, asked);
    JdbcTemplate sql = new JdbcTemplate(core.getBean("hubDataSource", DataSource.class));
    core.getBean(TransactionTemplate.class)
        .executeWithoutResult(
            status -> {
              sql.update("DELETE FROM log_index_person");
              sql.update("DELETE FROM log_index_asked");
              sql.update("DELETE FROM log_index_call");
              sql.update("DELETE FROM log_index_state");
            });
    assertThat(ids(person)).containsExactly(id, asked);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "查 A123456789 之申請"})
  void reportsNothingWithoutAReasonThatMayStandInTheLog(String reason) {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> searches.disclosures(hashes("A100000009"), null, null, reason, AUDITOR))
        .returns(ErrorCode.VALUE_INVALID, HubException::code);
  }

  @Test
  void findsActs() {
    String subject = "agency%" + agency;
    Actor actor = new Actor("actor " + agency, null, "192.0.2.9");
    Act act = new Act(AuditAction.AGENCY_SUSPENDED, actor, subject, agency, "a", "b", "為何");
    core.getBean(TransactionTemplate.class).executeWithoutResult(status -> log.act(act));
    LoggedActs.of(core, subject);
    assertThat(
            searches.search(acts(AuditAction.AGENCY_SUSPENDED, actor.name(), "agency%"), AUDITOR))
        .extracting(Page::items)
        .asInstanceOf(InstanceOfAssertFactories.list(FoundAct.class))
        .singleElement()
        .returns(subject, FoundAct::subject)
        .returns("為何", FoundAct::reason)
        .returns("192.0.2.9", FoundAct::address);
    assertThat(searches.search(acts(AuditAction.AGENCY_RESUMED, null, null), AUDITOR).items())
        .isEmpty();
    assertThat(searches.search(acts(null, actor.name(), "agency_"), AUDITOR).items()).isEmpty();
  }

  private List<PersonHash> hashes(String... numbers) {
    return Stream.of(numbers).flatMap(one -> hasher.hashesOf(one).stream()).toList();
  }

  private ActSearch acts(
      @Nullable AuditAction action, @Nullable String actor, @Nullable String subject) {
    return new ActSearch(null, null, action, actor, subject, sought, false, 1, 10);
  }

  private String called(Instant received) {
    return called(received, call -> call);
  }

  private String called(Instant received, UnaryOperator<CallRecord> change) {
    CallRecord call =
        change.apply(
            Calls.ofAgency(
                agency, of("Z%08d9".formatted(NEXT.incrementAndGet()), Calls.served(log, 1))));
    log.append(
        new CallRecord(
            call.recordId(),
            call.who(),
            call.what(),
            received,
            received,
            received.plusMillis(250),
            call.outcome(),
            call.persons(),
            call.requestDigest(),
            null),
        Calls.fresh());
    return call.recordId();
  }

  private CallRecord of(String person, CallRecord call) {
    return changed(call, call.outcome(), Set.of(hasher.hash(person)));
  }

  private CallRecord asking(String person, CallRecord call) {
    return Calls.asking("{\"idNo\":[\"%s\"]}".formatted(hasher.hash(person)), call);
  }

  /** Served, without any row. */
  private static CallRecord nothing(CallRecord call) {
    return changed(call, new CallRecord.Outcome("OK", null, 0, 300, new byte[32]), Set.of());
  }

  private static CallRecord refused(CallRecord call) {
    return ended(call, ErrorCode.FIELD_NOT_GRANTED);
  }

  private static CallRecord ended(CallRecord call, ErrorCode code) {
    return changed(call, new CallRecord.Outcome(code.code(), "a field", 0, 0, null), Set.of());
  }

  private static CallRecord changed(
      CallRecord call, CallRecord.Outcome outcome, Set<PersonHash> persons) {
    return new CallRecord(
        call.recordId(),
        call.who(),
        call.what(),
        call.received(),
        call.decided(),
        call.answered(),
        outcome,
        persons,
        call.requestDigest(),
        null);
  }

  private List<String> ids(LogSearch search) {
    return searches.search(search, AUDITOR).items().stream()
        .map(found -> found.recordId())
        .toList();
  }

  private LogSearch ofAgency() {
    return between(null, null);
  }

  private LogSearch ofPerson(List<PersonHash> persons) {
    return search(null, null, null, null, persons, false);
  }

  private LogSearch between(@Nullable Instant from, @Nullable Instant before) {
    return new LogSearch(
        from, before, sought, null, null, null, null, null, null, List.of(), false, 1, 10);
  }

  private LogSearch outcome(CallSearch.@Nullable Outcome outcome, @Nullable ErrorCode refusal) {
    return new LogSearch(
        null, null, sought, null, null, outcome, refusal, null, null, List.of(), false, 1, 10);
  }

  private LogSearch search(
      @Nullable String application,
      @Nullable String service,
      @Nullable String request,
      @Nullable String address,
      List<PersonHash> persons,
      boolean oldestFirst) {
    return new LogSearch(
        null,
        null,
        sought,
        application,
        service,
        null,
        null,
        request,
        address,
        persons,
        oldestFirst,
        1,
        10);
  }

  /** Of all agencies, the calls of two seconds a minute ago. */
  private LogSearch unbound(String by, String value) {
    return new LogSearch(
        now.minusSeconds(61),
        now.minusSeconds(59),
        null,
        by.equals("application") ? value : null,
        by.equals("service") ? value : null,
        null,
        null,
        by.equals("request") ? value : null,
        by.equals("address") ? value : null,
        List.of(),
        false,
        1,
        1000);
  }
}
