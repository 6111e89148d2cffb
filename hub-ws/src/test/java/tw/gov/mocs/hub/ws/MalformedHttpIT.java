package tw.gov.mocs.hub.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the web server refuses before there is a call: a status, and nothing of its insides. */
class MalformedHttpIT {

  private static final String END = "Host: localhost\r\nConnection: close\r\n\r\n";

  static Stream<Arguments> requests() {
    return Stream.of(
        Arguments.of(400, "nonsense\r\n\r\n"),
        Arguments.of(400, "GET /exchange HTTP/1.1\r\n\r\n"),
        Arguments.of(400, "GET /%2e%2e/x HTTP/1.1\r\nAccept: text/html\r\n" + END),
        Arguments.of(404, "GET /other HTTP/1.1\r\nAccept: text/html\r\n" + END),
        Arguments.of(404, "POST /other HTTP/1.1\r\nContent-Length: 0\r\n" + END),
        Arguments.of(404, "POST / HTTP/1.1\r\nContent-Length: 0\r\n" + END),
        Arguments.of(404, "DELETE /other HTTP/1.1\r\n" + END),
        Arguments.of(404, "GET /exchange/other HTTP/1.1\r\nAccept: text/html\r\n" + END),
        Arguments.of(417, "POST /exchange HTTP/1.1\r\nExpect: much\r\n" + END),
        Arguments.of(
            431, "GET /exchange HTTP/1.1\r\nA: " + "a".repeat(20_000) + "\r\nB: b\r\n" + END),
        Arguments.of(505, "GET /exchange HTTP/9.9\r\n" + END));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void isAnsweredByAStatusOnly(int status, String request) throws Exception {
    int port = RunningHub.shared().https.getPort();
    try (Socket socket = RunningHub.trusting().getSocketFactory().createSocket("127.0.0.1", port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 " + status).endsWith("\r\n\r\n");
      assertThat(answer).doesNotContainIgnoringCase("jetty", "html", "exception");
    }
  }
}
