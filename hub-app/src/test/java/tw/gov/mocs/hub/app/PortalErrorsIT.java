package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the portal answers to requests that are wrong: nothing of what stands inside. */
class PortalErrorsIT {

  private static final String END =
      "Host: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n";

  static Stream<Arguments> requests() {
    return Stream.of(
        Arguments.of(404, "GET /error HTTP/1.1\r\n" + END),
        Arguments.of(404, "GET /nowhere HTTP/1.1\r\n" + END),
        Arguments.of(400, "nonsense\r\n\r\n"),
        Arguments.of(400, "GET / HTTP/1.1\r\n\r\n"),
        Arguments.of(400, "GET /%2e%2e/x HTTP/1.1\r\n" + END),
        Arguments.of(431, "GET / HTTP/1.1\r\nA: " + "a".repeat(20_000) + "\r\nB: b\r\n" + END));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void showsNothingOfItsInsides(int status, String request) throws Exception {
    assertThat(answer(request))
        .startsWith("HTTP/1.1 " + status)
        .doesNotContainIgnoringCase("jetty", "exception", "<th>");
  }

  static Stream<String> addresses() {
    return Stream.of("/%zz", "//", "/news//", "/x;y", "/a%2fb", "/%E4%BD", "/" + "a".repeat(9_000));
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void givesAPageForAnAddressThatCannotBeRead(String address) throws Exception {
    assertThat(answer("GET " + address + " HTTP/1.1\r\n" + END))
        .startsWith("HTTP/1.1 4")
        .contains("無法辨識這個網址", "人事雲端服務平台入口網", "href=\"/site-map\"")
        .containsIgnoringCase("content-security-policy: default-src 'none'");
  }

  @Test
  void givesItInEnglishToWhoReadsNoChinese() throws Exception {
    assertThat(answer("GET // HTTP/1.1\r\nAccept-Language: en-GB,en;q=0.9\r\n" + END))
        .contains("<html lang=\"en\">", "This address cannot be read");
  }

  @Test
  void givesNoPageToAProgramThatWantsNone() throws Exception {
    String end = END.replace("text/html", "application/json");
    assertThat(answer("GET // HTTP/1.1\r\n" + end)).doesNotContain("<html");
  }

  @ParameterizedTest
  @CsvSource({"'en', en", "'en,zh-TW;q=0.5', zh-Hant-TW"})
  void greetsVisitorsInTheirLanguage(String accepted, String language) throws Exception {
    assertThat(answer("GET / HTTP/1.1\r\nAccept-Language: " + accepted + "\r\n" + END))
        .contains("<html lang=\"" + language + "\">");
  }

  private static String answer(String request) throws Exception {
    RunningDemo demo = RunningDemo.shared();
    URI portal = URI.create(demo.property("portal.url"));
    try (Socket socket =
        demo.trusting(null).getSocketFactory().createSocket(portal.getHost(), portal.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
