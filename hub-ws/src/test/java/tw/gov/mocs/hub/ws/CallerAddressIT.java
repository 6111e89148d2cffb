package tw.gov.mocs.hub.ws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.shared.ErrorCode;

/** Where a call comes from, over real connections: listed proxies are believed, others are not. */
class CallerAddressIT {

  private static final String CALLER = "192.0.2.7";
  private static final String LISTED = "hub.ws.trusted-proxies=127.0.0.1";

  private final RunningHub shared = RunningHub.shared();

  /** A request under a grant that the caller behind the proxy may use, and nobody else. */
  private String message() {
    GrantDraft draft = shared.ministry.draft().service("SQ_TA_001").from("192.0.2.0/24");
    ApplicationNumber number = shared.ministry.grant(draft);
    return new SignedMessage().payload(RequestXml.of("SQ_TA_001").application(number).xml()).sign();
  }

  private Reply sendForwarded(RunningHub hub) {
    return hub.post(message(), "Content-Type", "text/xml", "Forwarded", "for=" + CALLER);
  }

  @Test
  void forwardedOfAListedProxyIsBelieved() {
    try (RunningHub hub = shared.withEdge(LISTED)) {
      Reply reply = sendForwarded(hub);
      assertThat(reply.status()).as(reply.body()).isEqualTo(200);
      assertThat(shared.log.call(reply.text("recordId")).get("caller_address")).isEqualTo(CALLER);
    }
  }

  @Test
  void addressBeforeAPortIsBelieved() {
    try (RunningHub hub = shared.withEdge(LISTED)) {
      Reply reply =
          hub.post(
              message(), "Content-Type", "text/xml", "Forwarded", "for=\"" + CALLER + ":4711\"");
      assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }
  }

  @Test
  void hiddenCallerIsNotTakenForTheProxy() {
    GrantDraft draft = shared.ministry.draft().service("SQ_TA_001").from("127.0.0.0/8");
    String message =
        new SignedMessage()
            .payload(RequestXml.of("SQ_TA_001").application(shared.ministry.grant(draft)).xml())
            .sign();
    try (RunningHub hub = shared.withEdge(LISTED)) {
      Reply reply = hub.post(message, "Content-Type", "text/xml", "Forwarded", "for=unknown");
      assertThat(reply.code()).isEqualTo(ErrorCode.ADDRESS_NOT_ALLOWED.code());
      assertThat(shared.log.call(reply.text("recordId")).get("caller_address"))
          .isEqualTo("0.0.0.0");
    }
  }

  @Test
  void forwardedOfAnybodyElseIsNot() {
    Reply reply = sendForwarded(shared);
    assertThat(reply.code()).isEqualTo(ErrorCode.ADDRESS_NOT_ALLOWED.code());
    assertThat(shared.log.call(reply.text("recordId")).get("caller_address"))
        .isEqualTo("127.0.0.1");
  }

  @Test
  void proxyLineOfAListedProxyIsBelieved() throws Exception {
    try (RunningHub hub = shared.withEdge("hub.ws.proxy-protocol=true", LISTED)) {
      String answer = sendThroughProxy(hub);
      assertThat(answer).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void proxyLineOfAnybodyElseEndsTheConnection() {
    try (RunningHub hub =
        shared.withEdge("hub.ws.proxy-protocol=true", "hub.ws.trusted-proxies=192.0.2.1")) {
      assertThatThrownBy(() -> sendThroughProxy(hub)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void withoutTheProxyLineTheCallerIsTheProxyItself() {
    try (RunningHub hub = shared.withEdge("hub.ws.proxy-protocol=true", LISTED)) {
      Reply reply = hub.send(message());
      assertThat(reply.code()).isEqualTo(ErrorCode.ADDRESS_NOT_ALLOWED.code());
    }
  }

  private String sendThroughProxy(RunningHub hub) throws Exception {
    byte[] message = message().getBytes(StandardCharsets.UTF_8);
    int port = hub.https.getPort();
    SSLSocketFactory tls = RunningHub.trusting().getSocketFactory();
    try (Socket plain = new Socket("127.0.0.1", port)) {
      plain.setSoTimeout(60_000);
      write(plain, "PROXY TCP4 %s 127.0.0.1 40000 %d\r\n".formatted(CALLER, port));
      try (SSLSocket socket = (SSLSocket) tls.createSocket(plain, "localhost", port, true)) {
        write(
            socket,
            "POST /exchange HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml\r\n"
                + "Connection: close\r\nContent-Length: %d\r\n\r\n".formatted(message.length));
        socket.getOutputStream().write(message);
        InputStream in = socket.getInputStream();
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }
}
