package tw.gov.mocs.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import tw.gov.mocs.hub.web.form.FormSettings;

/** Where the portal leads on to: to its own pages and nowhere else. */
public final class AddressesTest {

  private static final String PORTAL = "https://portal.example";

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

  @Test
  void knowsThePageOfOursThatABrowserCameFrom() {
    assertThat(cameFrom(PORTAL + "/progress?state=PENDING&page=2"))
        .hasValue("/progress?state=PENDING&page=2");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "https://evil.example/progress?page=2",
        "https://portal.example.evil.example/progress",
        "https://mortal.example/progress",
        "https://portal.example:8444/login",
        "https://portal.example//evil.example/",
        "https://portal.example/"
      })
  void takesNoOtherPageForOneOfOurs(@Nullable String page) {
    assertThat(cameFrom(page)).isEmpty();
  }

  private static Optional<String> cameFrom(@Nullable String page) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    if (page != null) {
      request.addHeader("Referer", page);
    }
    return of(PORTAL).cameFrom(request);
  }

  /** The addresses of a portal that browsers reach at {@code address}. */
  public static Addresses of(String address) {
    Path none = Path.of("none");
    WebSettings settings =
        new WebSettings(
            "127.0.0.1",
            0,
            0,
            none,
            none,
            URI.create(address),
            URI.create(address + ":8444"),
            null,
            List.of(),
            Duration.ofMinutes(30),
            Duration.ofHours(8),
            Duration.ofMinutes(10),
            new FormSettings(none),
            new WebSettings.Sandbox(null, null));
    return new Addresses(
        settings,
        new PortalServer(
            settings, new StaticListableBeanFactory().getBeanProvider(UnreadRequestPage.class)));
  }
}
