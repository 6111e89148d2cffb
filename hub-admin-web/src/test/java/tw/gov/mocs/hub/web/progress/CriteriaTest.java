package tw.gov.mocs.hub.web.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import tw.gov.mocs.hub.application.ApplicationSearch;
import tw.gov.mocs.hub.application.DeliveryMethod;
import tw.gov.mocs.hub.web.layout.Faults.Fault;
import tw.gov.mocs.hub.web.layout.ListQuery;

/** The criteria of the list, as an address says them. */
class CriteriaTest {

  private final MockHttpServletRequest request = new MockHttpServletRequest();
  private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

  CriteriaTest() {
    messages.setBasename("tw.gov.mocs.hub.web.layout.messages");
    messages.setDefaultEncoding("UTF-8");
  }

  @Test
  void readsWhatItKnowsAndPassesOverTheRest() {
    request.addParameter("number", " apsq115 ");
    request.addParameter("from", "115/01/02");
    request.addParameter("to", "115/03/04");
    request.addParameter("state", "REJECTED", "DRAFT", "x");
    request.addParameter("method", "WEB_SERVICE");
    request.addParameter("sort", "period_to");
    request.addParameter("order", "desc");
    ApplicationSearch search = Criteria.of(request).search(ListQuery.of(request, Criteria.COLUMNS));
    assertThat(search.number()).isEqualTo("apsq115");
    assertThat(search.from()).isEqualTo(LocalDate.of(2026, 1, 2));
    assertThat(search.to()).isEqualTo(LocalDate.of(2026, 3, 4));
    assertThat(search.states()).containsExactly(ApplicationSearch.State.REJECTED);
    assertThat(search.methods()).isEqualTo(Set.of(DeliveryMethod.WEB_SERVICE));
    assertThat(search.sort()).isEqualTo(ApplicationSearch.Sort.PERIOD_TO);
    assertThat(search.descending()).isTrue();
  }

  @Test
  void knowsEveryColumnThatItNames() {
    for (String column : Criteria.COLUMNS) {
      request.setParameter("sort", column.replaceFirst("-", ""));
      assertThat(Criteria.of(request).search(ListQuery.of(request, Criteria.COLUMNS)).sort())
          .isNotNull();
    }
    assertThat(Criteria.of(new MockHttpServletRequest()).isNarrow()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "115/02/30, '', from",
    "x, 115/01/01, from",
    "'', 0/1/1, to",
    "115/03/02, 115/03/01, to"
  })
  void saysWhichDayIsWrong(String from, String to, String field) {
    request.addParameter("from", from);
    request.addParameter("to", to);
    assertThat(Criteria.of(request).faults(messages, Locale.ENGLISH).all())
        .extracting(Fault::field)
        .containsExactly(field);
  }

  @Test
  void cutsWhatIsLongerThanMayBeAsked() {
    request.addParameter("agency", "a".repeat(5_000));
    assertThat(Criteria.of(request).agency()).hasSize(ApplicationSearch.LONGEST_TEXT);
  }
}
