package tw.gov.mocs.hub.web.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import tw.gov.mocs.hub.audit.DayCalls.Calls;

/** Which calls by day and service are meant, and in which order. */
class CallLineCriteriaTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

  private final MockHttpServletRequest request = new MockHttpServletRequest();
  private final List<CallLine> lines =
      List.of(
          new CallLine(DAY, "SQ_TA_001", "現職", new Calls(5, 0, 1)),
          new CallLine(DAY, "", "", new Calls(0, 2, 0)),
          new CallLine(DAY.minusDays(1), "SQ_TA_001", "現職", new Calls(7, 1, 0)));

  @Test
  void meansBothDaysAndWhatIsBetween() {
    request.addParameter("from", "115/11/02");
    request.addParameter("to", "115/11/02");
    assertThat(found()).containsExactly(lines.get(0), lines.get(1));
    request.setParameter("from", "115/11/01");
    request.setParameter("to", "115/11/01");
    assertThat(found()).containsExactly(lines.get(2));
  }

  @Test
  void meansWhereCallsEndedSo() {
    request.addParameter("outcome", "refused");
    assertThat(found()).containsExactly(lines.get(1), lines.get(2));
    request.setParameter("outcome", "failed");
    assertThat(found()).containsExactly(lines.get(0));
  }

  @Test
  void isFoundByAPartOfTheCodeOrOfTheName() {
    request.addParameter("q", "ta_001");
    assertThat(found()).containsExactly(lines.get(0), lines.get(2));
    request.setParameter("q", "現");
    assertThat(found()).containsExactly(lines.get(0), lines.get(2));
  }

  @Test
  void countsItsColumnsAsNumbers() {
    Stream<CallLine> sorted = lines.stream().sorted(CallLineCriteria.order("served"));
    assertThat(sorted).containsExactly(lines.get(1), lines.get(0), lines.get(2));
  }

  private List<CallLine> found() {
    return CallLineCriteria.of(request).found(lines);
  }
}
