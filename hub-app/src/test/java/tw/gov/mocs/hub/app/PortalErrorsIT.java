package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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
    RunningDemo demo = RunningDemo.shared();
    URI portal = URI.create(demo.property("portal.url"));
    try (Socket socket =
        demo.trusting(null).getSocketFactory().createSocket(portal.getHost(), portal.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 " + status);
      assertThat(answer).doesNotContainIgnoringCase("jetty", "exception", "<th>");
    }
  }
}
