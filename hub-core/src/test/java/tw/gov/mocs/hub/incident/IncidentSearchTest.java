package tw.gov.mocs.hub.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.application.Ministry;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.demo.SampleIncidents;
import tw.gov.mocs.hub.incident.IncidentSearch.Sort;
import tw.gov.mocs.hub.shared.Page;

/** 錯誤回報[查詢], on every database. */
@OnEveryDatabase
class IncidentSearchTest {

  private final ApplicationContext core;
  private final Incidents incidents;
  private final Ministry mine;
  private String application = "";
  private String first = "";
  private String second = "";
  private String third = "";

  IncidentSearchTest(TestDatabase database) {
    core = TestCore.shared(database);
    incidents = core.getBean(Incidents.class);
    mine = new Ministry(core);
  }

  @BeforeEach
  void report() {
    application = Ministry.number(mine.pending()).value();
    first = report(Reports.on(Reports.TODAY.minusDays(5)));
    second = report(Reports.about(application, ""));
    third = report(Reports.on(Reports.TODAY.minusDays(10)));
    incidents.close(new IncidentNumber(first), 1, "已修復", new Actor("admin", null, null));
  }

  @Test
  void showsTheNewestFirst() {
    assertThat(numbers(IncidentSearch.all(mine.agency.id(), 1, 10)))
        .containsExactly(third, second, first);
  }

  @Test
  void narrowsByTheDayOfTheOccurrence() {
    LocalDate five = Reports.TODAY.minusDays(5);
    assertThat(numbers(search(five, null, null, Set.of()))).containsExactly(first, second);
    assertThat(numbers(search(null, five, null, Set.of()))).containsExactly(first, third);
    assertThat(numbers(search(five, five, null, Set.of()))).containsExactly(first);
  }

  @Test
  void narrowsByApplicationAndStatus() {
    assertThat(numbers(search(null, null, application, Set.of()))).containsExactly(second);
    assertThat(numbers(search(null, null, application.toLowerCase(Locale.ROOT), Set.of())))
        .containsExactly(second);
    assertThat(numbers(search(null, null, "%", Set.of()))).isEmpty();
    assertThat(numbers(search(null, null, null, Set.of(IncidentStatus.CLOSED))))
        .containsExactly(first);
    assertThat(numbers(search(null, null, null, Set.of(IncidentStatus.IN_PROGRESS))))
        .containsExactly(second, third);
  }

  @Test
  void leavesOutWhatWasReportedLater() {
    assertThat(numbers(before(reportedAt(second)))).doesNotContain(second, third);
    assertThat(numbers(before(reportedAt(third).plusSeconds(1))))
        .containsExactly(first, second, third);
  }

  @Test
  void sortsByEachColumnAndPages() {
    assertThat(numbers(sorted(Sort.OCCURRED_ON, false, 1, 10)))
        .containsExactly(third, first, second);
    assertThat(numbers(sorted(Sort.STATUS, false, 1, 10))).containsExactly(first, second, third);
    assertThat(numbers(sorted(Sort.CONTACT_NAME, true, 1, 10)))
        .containsExactly(third, second, first);
    assertThat(numbers(sorted(Sort.AGE, false, 1, 10))).containsExactly(third, second, first);
    assertThat(numbers(sorted(Sort.CHANGED, false, 1, 10))).containsExactly(second, third, first);
    Page<IncidentLine> page = incidents.search(sorted(Sort.NUMBER, false, 2, 2));
    assertThat(page.total()).isEqualTo(3);
    assertThat(page.items())
        .singleElement()
        .returns(third, line -> line.number().value())
        .returns("王小明", IncidentLine::contactName)
        .returns(mine.agency.code(), IncidentLine::agencyCode);
  }

  @Test
  void sortsByTheAgency() {
    Ministry other = new Ministry(core);
    incidents.report(
        other.agency.id(),
        Incidents.newFormKey(),
        Reports.on(Reports.TODAY),
        other.applicant.actor());
    List<String> codes =
        incidents
            .search(
                new IncidentSearch(
                    null, null, null, null, Set.of(), null, Sort.AGENCY, true, 1, 1_000))
            .items()
            .stream()
            .map(line -> line.agencyCode().value())
            .toList();
    assertThat(codes)
        .contains(mine.agency.code().value(), other.agency.code().value())
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void administratorsSeeAll() {
    assertThat(numbers(IncidentSearch.all(null, 1, 3))).containsExactly(third, second, first);
  }

  @Test
  void theDemoHasOneOfEachStatusAndMakesThemOnce() {
    Ministry demo = new Ministry(core);
    SampleIncidents samples = core.getBean(SampleIncidents.class);
    samples.make(demo.agency.code(), Ministry.number(demo.pending()));
    samples.make(demo.agency.code(), Ministry.number(demo.pending()));
    List<Incident> made =
        incidents.search(IncidentSearch.all(demo.agency.id(), 1, 10)).items().stream()
            .map(line -> incidents.get(line.number()))
            .toList();
    assertThat(made)
        .extracting(Incident::status, incident -> incident.history().size())
        .containsExactly(
            Tuple.tuple(IncidentStatus.CLOSED, 4), Tuple.tuple(IncidentStatus.IN_PROGRESS, 1));
  }

  private IncidentSearch search(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String applicationNo,
      Set<IncidentStatus> statuses) {
    return new IncidentSearch(
        mine.agency.id(), from, to, applicationNo, statuses, null, Sort.NUMBER, false, 1, 10);
  }

  private Instant reportedAt(String number) {
    return incidents.get(new IncidentNumber(number)).reporter().at();
  }

  private IncidentSearch before(Instant moment) {
    return new IncidentSearch(
        mine.agency.id(), null, null, null, Set.of(), moment, Sort.NUMBER, false, 1, 10);
  }

  private IncidentSearch sorted(Sort sort, boolean descending, int page, int size) {
    return new IncidentSearch(
        mine.agency.id(), null, null, null, Set.of(), null, sort, descending, page, size);
  }

  private List<String> numbers(IncidentSearch search) {
    return incidents.search(search).items().stream().map(line -> line.number().value()).toList();
  }

  private String report(IncidentContent content) {
    return incidents
        .report(mine.agency.id(), Incidents.newFormKey(), content, mine.applicant.actor())
        .number()
        .value();
  }
}
