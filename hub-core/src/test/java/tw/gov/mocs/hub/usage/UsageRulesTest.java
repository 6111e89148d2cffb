package tw.gov.mocs.hub.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.audit.UsageDay;

class UsageRulesTest {

  private static final String NUMBER = "APSQ11500001";
  private static final AgencyCode AGENCY = new AgencyCode("A01000000A");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
  private static final UsageSettings SETTINGS = new UsageSettings(80, 20, 120, 1_000, 20);

  private final UsageRules rules = new UsageRules(SETTINGS, (day, number) -> 121);

  @ParameterizedTest
  @CsvSource({
    // served, refused, failed, night, rows, persons, patterns
    "79, 0, 0, 19, 79, 999, ''",
    "80, 0, 0, 0, 0, 0, CALLS",
    "0, 0, 0, 0, 80, 0, ROWS",
    "1, 0, 0, 20, 0, 0, NIGHT",
    "1, 0, 0, 0, 0, 1000, PERSONS",
    "20, 20, 0, 0, 0, 0, REFUSALS",
    "21, 20, 0, 0, 0, 0, ''",
    "20, 20, 1, 0, 0, 0, ''",
    "0, 0, 90, 0, 0, 0, ''",
    "19, 19, 0, 0, 0, 0, ''",
    "70, 30, 20, 0, 0, 0, BURST",
    "120, 0, 0, 20, 100, 1000, CALLS ROWS NIGHT BURST PERSONS"
  })
  void namesWhatIsUnusual(
      long served,
      long refused,
      long failed,
      long night,
      long rows,
      long persons,
      String patterns) {
    UsageDay day = new UsageDay(DAY, 1, NUMBER, served, refused, failed, night, rows, persons);
    List<Pattern> expected =
        Arrays.stream(patterns.split(" "))
            .filter(one -> !one.isEmpty())
            .map(Pattern::valueOf)
            .toList();
    assertThat(rules.findings(day, AGENCY, new UsageRules.Allowed(100, 100)))
        .extracting(Finding::pattern)
        .containsExactlyElementsOf(expected);
  }

  @ParameterizedTest
  @CsvSource({"80, ''", "100, ''", "101, ROWS"})
  void comparesFilesWithTheirEstimateAndNoCallsOfADay(long rows, String pattern) {
    UsageDay day = new UsageDay(DAY, 1, "APFQ11500001", 5, 0, 0, 0, rows, 0);
    assertThat(rules.findings(day, AGENCY, new UsageRules.Allowed(null, 100)))
        .extracting(found -> found.pattern().name())
        .containsExactlyElementsOf(pattern.isEmpty() ? List.of() : List.of(pattern));
  }

  @Test
  void tellsWhatWasSeenAndFromWhereOnItIsShown() {
    UsageDay day = new UsageDay(DAY, 1, NUMBER, 90, 0, 0, 25, 0, 0);
    assertThat(rules.findings(day, AGENCY, new UsageRules.Allowed(100, 100)))
        .containsExactly(
            new Finding(DAY, AGENCY, NUMBER, Pattern.CALLS, 90, 100),
            new Finding(DAY, AGENCY, NUMBER, Pattern.NIGHT, 25, 20));
  }

  @Test
  void comparesCallsOfNoApplicationWithNothingGranted() {
    UsageDay day = new UsageDay(DAY, 1, "", 0, 500, 0, 0, 0, 0);
    assertThat(rules.findings(day, AGENCY, null))
        .extracting(Finding::pattern)
        .containsExactly(Pattern.REFUSALS);
  }
}
