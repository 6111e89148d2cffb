package tw.gov.mocs.hub.ws;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.shared.ErrorCode;

/** Connections that send slowly cost no thread. */
class SlowConnectionsIT {

  private static final int SLOW = 200;

  @Test
  void goodCallsAreServedBesideSlowOnes() throws Exception {
    try (RunningHub hub =
        RunningHub.shared().withEdge("hub.ws.http.threads=4", "hub.ws.http.message-time=2m")) {
      List<Socket> sockets = new ArrayList<>();
      for (int i = 0; i < SLOW; i++) {
        Socket socket = connect(hub);
        begin(socket);
        sockets.add(socket);
      }
      Instant start = Instant.now();
      for (int i = 0; i < 10; i++) {
        assertThat(hub.send(new SignedMessage()).status()).isEqualTo(200);
      }
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  @Test
  void moreThanOneAddressMayBeginAreToldSo() throws Exception {
    try (RunningHub hub =
            RunningHub.shared()
                .withEdge("hub.ws.http.max-arriving-per-address=2", "hub.ws.http.message-time=2m");
        Socket first = connect(hub);
        Socket second = connect(hub)) {
      begin(first);
      begin(second);
      Eventually.holds(
          () -> assertThat(hub.send(new SignedMessage()).code()).isEqualTo(ErrorCode.BUSY.code()));
      first.close();
      Eventually.holds(() -> assertThat(hub.send(new SignedMessage()).status()).isEqualTo(200));
    }
  }

  private static Socket connect(RunningHub hub) throws Exception {
    return RunningHub.trusting().getSocketFactory().createSocket("127.0.0.1", hub.https.getPort());
  }

  @Test
  void slowMessageIsRefusedInTheEnd() throws Exception {
    try (RunningHub hub = RunningHub.shared().withEdge("hub.ws.http.message-time=500ms")) {
      long counted = hub.log.strangers(ErrorCode.MESSAGE_TOO_SLOW);
      try (Socket socket = connect(hub)) {
        begin(socket);
        socket.setSoTimeout(10_000);
        String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(answer).startsWith("HTTP/1.1 500").contains(ErrorCode.MESSAGE_TOO_SLOW.code());
      }
      assertThat(hub.send(new SignedMessage()).status()).isEqualTo(200);
      // Stored a few seconds late; a test that begins to count meanwhile would count this one too.
      Eventually.holds(
          () -> assertThat(hub.log.strangers(ErrorCode.MESSAGE_TOO_SLOW)).isEqualTo(counted + 1));
    }
  }

  @Test
  void headersThatDripAreCutOff() throws Exception {
    try (RunningHub hub = RunningHub.shared().withEdge("hub.ws.http.message-time=500ms");
        Socket socket = connect(hub)) {
      socket.getOutputStream().write("POST /exchange HTTP/1.1\r\nX-A: ".getBytes(US_ASCII));
      assertThat(isCutOffWhileItDrips(socket)).isTrue();
    }
  }

  @Test
  void headersOfALaterRequestThatDripAreCutOff() throws Exception {
    try (RunningHub hub = RunningHub.shared().withEdge("hub.ws.http.message-time=500ms");
        Socket socket = connect(hub)) {
      get(socket);
      socket.getOutputStream().write("P".getBytes(US_ASCII));
      assertThat(isCutOffWhileItDrips(socket)).isTrue();
    }
  }

  @Test
  void tlsThatDripsIsCutOff() throws Exception {
    try (RunningHub hub = RunningHub.shared().withEdge("hub.ws.http.message-time=500ms");
        Socket socket = new Socket("127.0.0.1", hub.https.getPort())) {
      // A record of 16 KB.
      socket.getOutputStream().write(new byte[] {22, 3, 1, 0x40, 0});
      assertThat(isCutOffWhileItDrips(socket)).isTrue();
    }
  }

  @Test
  void connectionThatIsUsedAgainAndAgainStaysOpen() throws Exception {
    try (RunningHub hub = RunningHub.shared().withEdge("hub.ws.http.message-time=500ms");
        Socket socket = connect(hub)) {
      for (int i = 0; i < 6; i++) {
        assertThat(get(socket)).startsWith("HTTP/1.1 ");
        Thread.sleep(i == 0 ? 1_000 : 200);
      }
    }
  }

  /** Whether the other side ends it within some seconds, though a byte comes now and then. */
  private static boolean isCutOffWhileItDrips(Socket socket) throws Exception {
    socket.setSoTimeout(100);
    for (int i = 0; i < 50; i++) {
      try {
        socket.getOutputStream().write('a');
        socket.getOutputStream().flush();
        if (socket.getInputStream().read() == -1) {
          return true;
        }
      } catch (SocketTimeoutException e) {
        continue;
      } catch (IOException ended) {
        return true;
      }
    }
    return false;
  }

  /** Asks for what is not there and reads the answer, which has no content. */
  private static String get(Socket socket) throws IOException {
    socket
        .getOutputStream()
        .write("GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
    socket.getOutputStream().flush();
    byte[] some = new byte[100_000];
    int length = socket.getInputStream().read(some);
    return new String(some, 0, Math.max(0, length), US_ASCII);
  }

  @Test
  void connectionsAboveTheLimitWaitUntilOneEnds() throws Exception {
    try (RunningHub hub = RunningHub.shared().withEdge("hub.ws.http.max-connections=3")) {
      List<Socket> open = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        open.add(new Socket("127.0.0.1", hub.https.getPort()));
      }
      CompletableFuture<Reply> call =
          CompletableFuture.supplyAsync(() -> hub.send(new SignedMessage()));
      assertThatThrownBy(() -> call.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
      for (Socket socket : open) {
        socket.close();
      }
      assertThat(call.get(1, TimeUnit.MINUTES).status()).isEqualTo(200);
    }
  }

  @Test
  void oneAddressKeepsNobodyOut() throws Exception {
    try (RunningHub hub =
        RunningHub.shared().withEdge("hub.ws.http.max-connections-per-address=3")) {
      List<Socket> idle = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        idle.add(elsewhere(hub));
      }
      Eventually.holds(
          () -> {
            try (Socket more = elsewhere(hub)) {
              assertThat(isClosed(more)).isTrue();
            }
          });
      assertThat(hub.send(new SignedMessage()).status()).isEqualTo(200);
      for (Socket socket : idle) {
        socket.close();
      }
      Eventually.holds(
          () -> {
            try (Socket again = elsewhere(hub)) {
              assertThat(isClosed(again)).isFalse();
            }
          });
    }
  }

  private static boolean isClosed(Socket socket) throws IOException {
    socket.setSoTimeout(500);
    try {
      return socket.getInputStream().read() == -1;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (SocketException reset) {
      return true;
    }
  }

  private static Socket elsewhere(RunningHub hub) throws Exception {
    return new Socket("127.0.0.1", hub.https.getPort(), InetAddress.getByName("127.0.0.2"), 0);
  }

  private static void begin(Socket socket) throws Exception {
    OutputStream out = socket.getOutputStream();
    out.write(
        "POST /exchange HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml\r\nContent-Length: 900\r\n\r\n<s:Env"
            .getBytes(US_ASCII));
    out.flush();
  }
}
