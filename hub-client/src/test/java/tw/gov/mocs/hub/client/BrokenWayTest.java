package tw.gov.mocs.hub.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static tw.gov.mocs.hub.client.ClientFixture.ROOT;
import static tw.gov.mocs.hub.client.ClientFixture.client;
import static tw.gov.mocs.hub.client.ClientFixture.request;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way in which the way to the hub breaks has its own name; every case has real sockets. */
class BrokenWayTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n";

  @Test
  void addressThatDoesNotAnswer() throws Exception {
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      // Linux drops the handshake while nobody accepts what waits: no answer, no refusal.
      List<Socket> waiting = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Socket socket = new Socket();
        waiting.add(socket);
        try {
          socket.connect(full.getLocalSocketAddress(), 100);
        } catch (SocketTimeoutException e) {
          break;
        }
      }
      HubCallException failure =
          failureOf(
              client(URI.create("http://localhost:" + full.getLocalPort() + "/exchange"))
                  .timeout(Duration.ofMillis(900)));
      assertThat(failure.failure()).isEqualTo(Failure.CONNECT_TIMED_OUT);
      assertThat(failure.message(Locale.TAIWAN)).contains("0.81 秒內無法", "請求並未送出");
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  @Test
  void refusedPort() throws Exception {
    RawServer gone = RawServer.saying("");
    gone.close();
    assertThat(failureOf(client(gone.address("http"))).failure()).isEqualTo(Failure.UNREACHABLE);
  }

  @Test
  void unknownHost() {
    HubCallException failure = failureOf(client(URI.create("https://hub.invalid/exchange")));
    assertThat(failure.failure()).isEqualTo(Failure.HOST_UNKNOWN);
    assertThat(failure).hasMessageContaining("no host hub.invalid");
  }

  @Test
  void tlsCertificateOutOfForce() throws Exception {
    Identity expired =
        new Identity.Maker("CN=tls").until(Instant.now().minusSeconds(60)).make(ROOT);
    try (LoopbackHub hub = new LoopbackHub(ClientFixture::good, expired)) {
      assertThat(failureOf(client(hub).tlsTrust(ROOT.certificate())).failure())
          .isEqualTo(Failure.TLS_NOT_IN_FORCE);
    }
  }

  @Test
  void portWithoutTls() throws Exception {
    try (RawServer plain = RawServer.saying("HTTP/1.1 400 Bad Request\r\n\r\n")) {
      assertThat(failureOf(client(plain.address("https"))).failure()).isEqualTo(Failure.TLS_FAILED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0015\u0003\u0003\0\u0002\u0002P", "HTTP/1.1 400 Bad Request\r\n\r\n"})
  void portOfTlsAlone(String answer) throws Exception {
    try (RawServer tls = RawServer.saying(answer)) {
      HubCallException failure = failureOf(client(tls.address("http")));
      assertThat(failure.failure()).isEqualTo(Failure.HTTPS_EXPECTED);
      assertThat(failure.message(Locale.TAIWAN)).contains("請改用 https://");
    }
  }

  @Test
  void pageOfAGateway() throws Exception {
    String page = "<html><body>502 Bad Gateway</body></html>";
    try (RawServer gateway =
        RawServer.saying(
            "HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nContent-Length: "
                + page.length()
                + "\r\n\r\n"
                + page)) {
      HubCallException failure = failureOf(client(gateway.address("http")));
      assertThat(failure.failure()).isEqualTo(Failure.GATEWAY_ANSWERED);
      assertThat(failure).hasMessageContaining("HTTP 502, text/html");
    }
  }

  @Test
  void proxyThatLetsNothingThrough() throws Exception {
    try (RawServer proxy =
        RawServer.saying("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")) {
      HubCallException failure =
          failureOf(client(URI.create("https://hub.invalid/exchange")).proxy(proxy.socket()));
      assertThat(failure.failure()).isEqualTo(Failure.PROXY_REFUSED);
      assertThat(failure).hasMessageContaining("403");
    }
  }

  @Test
  void proxyThatAsksForAPassword() throws Exception {
    try (RawServer proxy =
        RawServer.saying(
            "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")) {
      assertThat(
              failureOf(client(URI.create("https://hub.invalid/exchange")).proxy(proxy.socket()))
                  .failure())
          .isEqualTo(Failure.PROXY_REFUSED);
    }
  }

  @Test
  void redirect() throws Exception {
    try (RawServer moved =
        RawServer.saying(
            "HTTP/1.1 302 Found\r\nLocation: https://login.example/\r\nContent-Length: 0\r\n\r\n")) {
      HubCallException failure = failureOf(client(moved.address("http")));
      assertThat(failure.failure()).isEqualTo(Failure.REDIRECTED);
      assertThat(failure).hasMessageContaining("https://login.example/");
    }
  }

  @Test
  void noAnswerAtAll() throws Exception {
    try (RawServer silent = RawServer.saying("")) {
      assertThat(failureOf(client(silent.address("http"))).failure())
          .isEqualTo(Failure.CONNECTION_BROKEN);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 500\r\n\r\n<x>",
        "Transfer-Encoding: chunked\r\n\r\n3\r\n<x>\r\n"
      })
  void answerCutOff(String answer) throws Exception {
    try (RawServer broken =
        new RawServer(
            out -> {
              out.write((OK + answer).getBytes(StandardCharsets.US_ASCII));
              Thread.sleep(200);
            })) {
      HubCallException failure = failureOf(client(broken.address("http")));
      assertThat(failure.failure()).isEqualTo(Failure.ANSWER_CUT_OFF);
      assertThat(failure).hasMessageContaining("after 3 bytes");
    }
  }

  @Test
  void answerThatNeverEnds() throws Exception {
    try (RawServer trickling =
        new RawServer(
            out -> {
              out.write((OK + "\r\n").getBytes(StandardCharsets.US_ASCII));
              while (true) {
                out.write('x');
                Thread.sleep(20);
              }
            })) {
      assertThat(
              failureOf(client(trickling.address("http")).timeout(Duration.ofMillis(600)))
                  .failure())
          .isEqualTo(Failure.ANSWER_UNFINISHED);
    }
  }

  @Test
  void answerOverTheLimitThatNeverEnds() throws Exception {
    try (RawServer flooding =
        new RawServer(
            out -> {
              out.write((OK + "\r\n").getBytes(StandardCharsets.US_ASCII));
              while (true) {
                out.write(new byte[8192]);
              }
            })) {
      assertThat(failureOf(client(flooding.address("http")).answerLimit(100_000)).failure())
          .isEqualTo(Failure.ANSWER_TOO_LARGE);
    }
  }

  @Test
  void hubThatSaysNothing() throws Exception {
    try (RawServer sleeping = new RawServer(out -> Thread.sleep(3_000))) {
      HubCallException failure =
          failureOf(client(sleeping.address("http")).timeout(Duration.ofMillis(500)));
      assertThat(failure.failure()).isEqualTo(Failure.TIMED_OUT);
      assertThat(failure).hasMessageContaining("in 0.5 s");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:8445/exchange", "ftp://localhost/x", "https:///x", "exchange"})
  void addressThatIsNone(String address) {
    HubCallException failure =
        catchThrowableOfType(HubCallException.class, () -> client(URI.create(address)).build());
    assertThat(failure.failure()).isEqualTo(Failure.ADDRESS_INVALID);
  }

  private static HubCallException failureOf(HubClient.Builder builder) {
    return catchThrowableOfType(HubCallException.class, () -> builder.build().call(request()));
  }
}
