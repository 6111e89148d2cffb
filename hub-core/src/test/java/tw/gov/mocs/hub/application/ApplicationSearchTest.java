package tw.gov.mocs.hub.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.application.ApplicationSearch.Sort;
import tw.gov.mocs.hub.application.ApplicationSearch.State;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;

/** 進度查詢 on every database, on a hub of its own whose clock is set. */
@OnEveryDatabase
class ApplicationSearchTest {

  private static final Map<TestDatabase, ConfigurableApplicationContext> CORES =
      new EnumMap<>(TestDatabase.class);

  private final MutableClock clock;
  private final GrantExpiry expiry;
  private final Ministry ministry;

  ApplicationSearchTest(TestDatabase database) {
    ConfigurableApplicationContext core =
        CORES.computeIfAbsent(
            database,
            fresh ->
                TestCore.start(
                    fresh, Map.of("hub.database.pool-size", "4"), MutableClock.Settings.class));
    clock = core.getBean(MutableClock.class);
    clock.set(Instant.now());
    expiry = core.getBean(GrantExpiry.class);
    ministry = new Ministry(core);
  }

  @AfterAll
  static void close() {
    CORES.values().forEach(ConfigurableApplicationContext::close);
    CORES.clear();
  }

  @Test
  void showsEachApplicationInOneState() {
    Application pending = ministry.pending();
    Application second = ministry.waiting();
    Application granted = ministry.granted();
    Application rejected = rejected();
    Application withdrawn = withdrawn();
    ministry.draft();
    assertThat(in(State.PENDING)).containsExactly(pending.id(), second.id());
    assertThat(in(State.PARTLY_APPROVED)).containsExactly(granted.id());
    assertThat(in(State.APPROVED)).isEmpty();
    assertThat(in(State.REJECTED)).containsExactly(rejected.id());
    assertThat(in(State.OTHER)).containsExactly(withdrawn.id());
    assertThat(in()).hasSize(5);
  }

  @Test
  void showsAnExpiredGrantAmongTheOthers() {
    Application granted = ministry.granted();
    clock.set(Instant.now().plus(Duration.ofDays(40)));
    expiry.expire();
    assertThat(in(State.OTHER)).containsExactly(granted.id());
    assertThat(in(State.PARTLY_APPROVED)).isEmpty();
    assertThat(in()).containsExactly(granted.id());
    assertThat(line(granted).grantStatus()).isEqualTo(GrantStatus.EXPIRED);
  }

  @Test
  void tellsWhatWasGranted() {
    Application granted = ministry.granted();
    assertThat(line(granted))
        .returns(GrantStatus.ACTIVE, ApplicationLine::grantStatus)
        .returns(ministry.period(), ApplicationLine::granted)
        .returns(ministry.period(), ApplicationLine::period);
    ministry.control.suspend(Ministry.number(granted), 1, "test", Ministry.REVIEWER);
    assertThat(line(granted).grantStatus()).isEqualTo(GrantStatus.SUSPENDED);
  }

  @Test
  void hasNoGrantBeforeTheDecision() {
    Application pending = ministry.pending();
    assertThat(line(pending))
        .returns(null, ApplicationLine::grantStatus)
        .returns(null, ApplicationLine::granted);
  }

  @Test
  void showsNothingThatIsSubmittedAfterTheMomentOfTheSearch() {
    Application pending = ministry.pending();
    Instant submitted = Objects.requireNonNull(pending.submission()).at();
    ApplicationSearch all = ApplicationSearch.all(ministry.agency.id(), 1, 10);
    assertThat(ids(ministry.applications.search(all.asOf(submitted)).items())).isEmpty();
    assertThat(ids(ministry.applications.search(all.asOf(submitted.plusSeconds(1))).items()))
        .containsExactly(pending.id());
  }

  @Test
  void findsByTheBeginningOfACode() {
    Application pending = ministry.pending();
    String code = ministry.agency.code().value();
    assertThat(ids(search(null, code.toLowerCase(Locale.ROOT), null)))
        .containsExactly(pending.id());
    assertThat(ids(search(ministry.agency.id(), code.substring(1), null))).isEmpty();
  }

  @Test
  void findsByAPartOfAName() {
    Application pending = ministry.pending();
    assertThat(ids(search(ministry.agency.id(), "試機", null))).containsExactly(pending.id());
    assertThat(ids(search(ministry.agency.id(), "%", null))).isEmpty();
  }

  @Test
  void findsByTheBeginningOfANumber() {
    Application pending = ministry.pending();
    String number = Ministry.number(pending).value();
    assertThat(ids(search(ministry.agency.id(), null, number.substring(0, 7))))
        .containsExactly(pending.id());
    assertThat(ids(search(ministry.agency.id(), null, number))).containsExactly(pending.id());
    assertThat(ids(search(ministry.agency.id(), null, number.substring(4)))).isEmpty();
    assertThat(ids(search(ministry.agency.id(), null, "APFQ"))).isEmpty();
  }

  @Test
  void refusesAnEndlessCriterion() {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> search(null, "x".repeat(101), null))
        .returns(ErrorCode.VALUE_INVALID, HubException::code);
  }

  @Test
  void sortsByEveryColumn() {
    Application pending = ministry.pending();
    Application granted = ministry.granted();
    for (Sort sort : Sort.values()) {
      assertThat(ids(sorted(sort, false)))
          .as("%s", sort)
          .containsExactly(pending.id(), granted.id());
      assertThat(ids(sorted(sort, true)))
          .as("%s", sort)
          .containsExactly(granted.id(), pending.id());
    }
  }

  @Test
  void showsTheSameOnItsPagesAsInOne() {
    Stream.generate(ministry::pending).limit(7).forEach(pending -> {});
    for (Sort sort : Sort.values()) {
      List<Long> whole = ids(sorted(sort, true));
      for (int size = 1; size < 8; size++) {
        List<Long> joined = new ArrayList<>();
        for (int page = 1; page <= 8; page++) {
          joined.addAll(ids(sorted(sort, true, page, size)));
        }
        assertThat(joined).as("%s in pages of %d", sort, size).isEqualTo(whole);
      }
    }
  }

  @Test
  void sortsByTheLastDayThatIsShown() {
    Application granted = ministry.granted();
    Application pending = ministry.pending();
    ministry.control.extend(
        Ministry.number(granted),
        1,
        RocDate.dayOf(Instant.now()).plusDays(300),
        "test",
        Ministry.REVIEWER);
    assertThat(ids(sorted(Sort.PERIOD_TO, false))).containsExactly(pending.id(), granted.id());
  }

  private Application rejected() {
    Application pending = ministry.pending();
    return ministry.reviews.reject(
        Ministry.number(pending), pending.version(), "否", Ministry.REVIEWER);
  }

  private Application withdrawn() {
    Application pending = ministry.pending();
    return ministry.applications.withdraw(
        Ministry.number(pending), pending.version(), "test", ministry.applicant);
  }

  private ApplicationLine line(Application application) {
    return search(ministry.agency.id(), null, Ministry.number(application).value()).get(0);
  }

  private List<Long> in(State... states) {
    return ids(
        lines(
            new ApplicationSearch(
                ministry.agency.id(),
                null,
                null,
                null,
                null,
                Set.of(states),
                Set.of(),
                Sort.CHANGED_AT,
                false,
                1,
                10)));
  }

  private List<ApplicationLine> sorted(Sort sort, boolean descending) {
    return sorted(sort, descending, 1, 10);
  }

  private List<ApplicationLine> sorted(Sort sort, boolean descending, int page, int size) {
    return lines(
        new ApplicationSearch(
            ministry.agency.id(),
            null,
            null,
            null,
            null,
            Set.of(),
            Set.of(),
            sort,
            descending,
            page,
            size));
  }

  private List<ApplicationLine> search(
      @Nullable Long agencyId, @Nullable String agency, @Nullable String number) {
    return lines(
        new ApplicationSearch(
            agencyId, agency, number, null, null, Set.of(), Set.of(), Sort.NUMBER, false, 1, 10));
  }

  private List<ApplicationLine> lines(ApplicationSearch search) {
    return ministry.applications.search(search).items();
  }

  private static List<Long> ids(List<ApplicationLine> lines) {
    return lines.stream().map(ApplicationLine::id).toList();
  }
}
