package tw.gov.mocs.hub.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Where a request leads whose login has ended. */
class EndOfLoginTest {

  @Test
  void leadsFromAFormToThePageThatItStandsOn() {
    assertThat(ofAForm("/apply/12", "/apply/12/3?back=6"))
        .isEqualTo("/login/ended?sent&then=%2Fapply%2F12%2F3%3Fback%3D6");
  }

  @ParameterizedTest
  @CsvSource({",", "https://evil.example/", "//evil.example/", "/login/ended?then=%2Fapply"})
  void leadsFromAFormOfNoSuchPageToTheHomePage(@Nullable String form) {
    assertThat(ofAForm("/apply/12/3", form)).isEqualTo("/login/ended?sent&then=%2F");
  }

  @Test
  void saysNothingOfWhatWasSentToWhoOnlyLogsOut() {
    assertThat(ofAForm("/logout", "/progress")).isEqualTo("/login/ended?then=%2Fprogress");
  }

  @Test
  void leadsFromALinkToThePageThatWasAskedFor() {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/progress");
    request.setQueryString("page=2&state=PENDING");
    assertThat(new EndOfLogin(asked -> Optional.of("/calls")).address(request))
        .isEqualTo("/login/ended?then=%2Fprogress%3Fpage%3D2%26state%3DPENDING");
  }

  private static String ofAForm(String path, @Nullable String form) {
    return new EndOfLogin(asked -> Optional.ofNullable(form))
        .address(new MockHttpServletRequest("POST", path));
  }
}
