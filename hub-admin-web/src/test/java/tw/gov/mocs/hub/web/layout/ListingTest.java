package tw.gov.mocs.hub.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import tw.gov.mocs.hub.shared.Page;

/** The addresses of a list: other pages, orders and sizes, with the filters kept. */
class ListingTest {

  private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/progress");

  private Listing<String> listing() {
    ListQuery query = ListQuery.of(request, "-date", "number");
    return Listing.of(request, query, new Page<>(List.of("one"), query.page(), query.size(), 45));
  }

  @Test
  void looksForNothingByFaultyCriteria() {
    Faults faults = new Faults().add("from", "no such day");
    Listing<String> list =
        Listing.search(
            request,
            ListQuery.of(request, "-date", "number"),
            faults,
            query -> new Page<>(List.of("one"), query.page(), query.size(), 45));
    assertThat(list.items()).isEmpty();
    assertThat(list.searched()).isFalse();
    assertThat(list.nothing()).as("that nothing is there").isFalse();
  }

  @Test
  void keepsTheFiltersOnItsOtherPages() {
    request.addParameter("status", "PENDING", "APPROVED");
    request.addParameter("name", "王 小");
    request.addParameter("page", "2");
    assertThat(listing().href(3))
        .isEqualTo("/progress?status=PENDING&status=APPROVED&name=%E7%8E%8B%20%E5%B0%8F&page=3");
  }

  @Test
  void addsAndTakesAwayOneParameterOfThePageThatIsShown() {
    request.addParameter("name", "王");
    request.addParameter("page", "2");
    assertThat(listing().with("still", "yes"))
        .isEqualTo("/progress?name=%E7%8E%8B&page=2&still=yes");
    request.addParameter("still", "yes");
    assertThat(listing().without("still")).isEqualTo("/progress?name=%E7%8E%8B&page=2");
  }

  @Test
  void hasNoPageBeforeTheFirstOrAfterTheLast() {
    assertThat(listing().href(0)).isNull();
    assertThat(listing().href(4)).isNull();
  }

  @Test
  void turnsTheOrderOfTheColumnThatItIsSortedBy() {
    request.addParameter("sort", "number");
    request.addParameter("order", "asc");
    assertThat(listing().sorted("number")).endsWith("sort=number&order=desc");
    assertThat(listing().sorted("date")).endsWith("sort=date&order=asc");
    assertThat(listing().ariaSort("number")).isEqualTo("ascending");
    assertThat(listing().ariaSort("date")).isNull();
  }

  @Test
  void beginsWithTheGreatestWhereTheListSaysSo() {
    assertThat(listing().ariaSort("date")).isEqualTo("descending");
  }

  @Test
  void showsTheLastPageWhereTheListEndsBefore() {
    request.addParameter("page", "9");
    Listing<String> found =
        Listing.search(
            request,
            ListQuery.of(request, "date"),
            query -> new Page<>(List.of("of page " + query.page()), query.page(), 20, 45));
    assertThat(found.number()).isEqualTo(3);
    assertThat(found.items()).containsExactly("of page 3");
  }

  @ParameterizedTest
  @CsvSource({
    "page, abc",
    "page, -3",
    "page, 0",
    "page, 4",
    "page, 99999999999",
    "size, 7",
    "size, x",
    "sort, name",
    "order, up"
  })
  void saysWhatTheAddressAsksForAndIsNotShown(String name, String value) {
    request.addParameter(name, value);
    assertThat(found().unmet()).containsExactly(new Listing.Kept(name, value));
  }

  @ParameterizedTest
  @CsvSource({"page, 3", "page, 03", "page, ''", "size, 50", "sort, number", "order, desc"})
  void saysNothingOfWhatIsShown(String name, String value) {
    request.addParameter(name, value);
    assertThat(found().unmet()).isEmpty();
  }

  private Listing<String> found() {
    return Listing.search(
        request,
        ListQuery.of(request, "-date", "number"),
        query -> new Page<>(List.of("one"), query.page(), query.size(), 45));
  }

  @ParameterizedTest
  @CsvSource({"page, 0", "page, -1", "page, x", "page, 99999999999", "size, 1000", "sort, 1;drop"})
  void takesTheDefaultForWhatIsOutOfBounds(String name, String value) {
    request.addParameter(name, value);
    assertThat(ListQuery.of(request, "-date", "number"))
        .isEqualTo(new ListQuery(1, 20, "date", true));
  }
}
