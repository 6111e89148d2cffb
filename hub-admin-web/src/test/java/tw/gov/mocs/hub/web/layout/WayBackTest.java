package tw.gov.mocs.hub.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tw.gov.mocs.hub.web.AddressesTest;

/** Where the button below one thing leads: to its list as it was left. */
class WayBackTest {

  private static final String PORTAL = "https://portal.example";

  private final WayBack way = new WayBack(AddressesTest.of(PORTAL));

  @AfterEach
  void end() {
    RequestContextHolder.resetRequestAttributes();
  }

  @Test
  void leadsToTheListAsItWasLeft() {
    cameFrom(PORTAL + "/progress?agency=%E5%B8%82&sort=-number&page=3");
    assertThat(way.to("/progress")).isEqualTo("/progress?agency=%E5%B8%82&sort=-number&page=3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        PORTAL + "/progress/APSQ11500001/withdraw?page=3",
        PORTAL + "/progressive?page=3",
        PORTAL + "/calls?page=3",
        "https://evil.example/progress?page=3"
      })
  void leadsToAllOfTheListWhereTheBrowserCameFromElsewhere(String page) {
    cameFrom(page);
    assertThat(way.to("/progress")).isEqualTo("/progress");
  }

  private static void cameFrom(String page) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.addHeader("Referer", page);
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
  }
}
