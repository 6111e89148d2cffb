package tw.gov.mocs.hub.application;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.demo.SampleApplications;
import tw.gov.mocs.hub.demo.SampleHistory;

/** The demo's list of applications has something in each state. */
@OnEveryDatabase
class SampleHistoryTest {

  private final Ministry ministry;
  private final Ministry other;
  private final SampleApplications samples;
  private final SampleHistory history;
  private final ApplicationEvidence evidence;

  SampleHistoryTest(TestDatabase database) {
    ApplicationContext core = TestCore.shared(database);
    ministry = new Ministry(core);
    other = new Ministry(core);
    samples = core.getBean(SampleApplications.class);
    history = core.getBean(SampleHistory.class);
    evidence = core.getBean(ApplicationEvidence.class);
  }

  @Test
  void hasTwoOfEachKindInEachStateAndMakesThemOnce() {
    samples.make(ministry.card, other.card, Quota.DEFAULT);
    history.make(ministry.card);
    Map<String, Long> made = made();
    assertThat(made).hasSize(14).allSatisfy((state, count) -> assertThat(count).isEqualTo(2));
    history.make(ministry.card);
    assertThat(made()).isEqualTo(made);
  }

  @Test
  void refusesAServiceAndFieldsWhereItGrantsInPart() {
    samples.make(ministry.card, other.card, Quota.DEFAULT);
    history.make(ministry.card);
    assertThat(lines())
        .filteredOn(line -> line.status() == ApplicationStatus.PARTLY_APPROVED)
        .filteredOn(line -> line.grantStatus() == GrantStatus.ACTIVE)
        .filteredOn(line -> line.method() == DeliveryMethod.WEB_SERVICE)
        .extracting(line -> ministry.applications.get(numberOf(line)))
        .allSatisfy(
            one -> {
              assertThat(one.outcomeOf(new ServiceCode("SQ_COM_01")))
                  .isEqualTo(ApplicationStatus.REJECTED);
              assertThat(one.outcomeOf(new ServiceCode("SQ_PA_001")))
                  .isEqualTo(ApplicationStatus.PARTLY_APPROVED);
            });
  }

  @Test
  void hasGrantsWhosePeriodIsOver() {
    samples.make(ministry.card, other.card, Quota.DEFAULT);
    history.make(ministry.card);
    assertThat(lines())
        .filteredOn(line -> line.grantStatus() == GrantStatus.EXPIRED)
        .extracting(line -> requireNonNull(line.granted(), "granted").to())
        .hasSize(4)
        .allMatch(last -> last.isBefore(LocalDate.now(ZoneOffset.UTC).minusDays(20)));
  }

  @Test
  void namesServicesInTheOrderOfThePortalWhereItIsSigned() {
    samples.make(ministry.card, other.card, Quota.DEFAULT);
    history.make(ministry.card);
    ApplicationLine line =
        lines().stream().filter(one -> one.services().size() == 2).findFirst().orElseThrow();
    byte[] document =
        Zips.files(evidence.zip(numberOf(line))).getOrDefault("document.json", new byte[0]);
    assertThat(new String(document, StandardCharsets.UTF_8))
        .containsSubsequence("申請之服務", "SQ_PA_001", "SQ_COM_01");
  }

  private static ApplicationNumber numberOf(ApplicationLine line) {
    return requireNonNull(line.number(), "number");
  }

  private List<ApplicationLine> lines() {
    return ministry
        .applications
        .search(ApplicationSearch.all(ministry.agency.id(), 1, 100))
        .items();
  }

  private Map<String, Long> made() {
    return lines().stream()
        .collect(
            Collectors.groupingBy(
                line -> line.method() + " " + state(line), Collectors.counting()));
  }

  /** As lists show it: a grant that is over counts for the application. */
  private static String state(ApplicationLine line) {
    return line.grantStatus() == GrantStatus.EXPIRED ? "EXPIRED" : line.status().name();
  }
}
