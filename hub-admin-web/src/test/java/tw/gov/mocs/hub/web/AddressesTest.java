package tw.gov.mocs.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the portal leads on to: to its own pages and nowhere else. */
class AddressesTest {

  @ParameterizedTest
  @ValueSource(strings = {"/", "/apply", "/progress?status=PENDING&page=2", "/apply/12/step/3"})
  void leadsToOwnPages(String path) {
    assertThat(Addresses.own(path)).isEqualTo(path);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "apply",
        "//evil.example/",
        "/\\evil.example",
        "/%5Cevil\\x",
        "https://evil.example/",
        "/a\r\nSet-Cookie: x",
        "/a b",
        "javascript:alert(1)"
      })
  void leadsNowhereElse(String path) {
    assertThat(Addresses.own(path)).isEqualTo("/");
  }
}
