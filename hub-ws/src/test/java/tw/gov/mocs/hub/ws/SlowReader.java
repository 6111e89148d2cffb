package tw.gov.mocs.hub.ws;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;

/** A caller who sends quickly and takes the answers slowly, or never. */
final class SlowReader implements Closeable {

  /** So small that the hub soon cannot send. */
  private static final int BUFFER = 2048;

  private final Socket plain = new Socket();
  private final SSLSocket socket;

  SlowReader(RunningHub hub) throws Exception {
    this(hub, "127.0.0.1");
  }

  /** One that calls from this address of the loopback. */
  SlowReader(RunningHub hub, String from) throws Exception {
    plain.bind(new InetSocketAddress(from, 0));
    plain.setReceiveBufferSize(BUFFER);
    int port = hub.https.getPort();
    plain.connect(new InetSocketAddress("127.0.0.1", port));
    plain.setSoTimeout(60_000);
    socket =
        (SSLSocket)
            RunningHub.trusting().getSocketFactory().createSocket(plain, "localhost", port, true);
  }

  /** Asks for the contract so often, one request after the other. */
  SlowReader askForContract(int times) throws IOException {
    return send("GET /exchange?wsdl HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(times));
  }

  SlowReader post(String message, int times) throws IOException {
    int length = message.getBytes(StandardCharsets.UTF_8).length;
    String head =
        "POST /exchange HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml\r\nContent-Length: %d\r\n\r\n"
            .formatted(length);
    return send((head + message).repeat(times));
  }

  private SlowReader send(String text) throws IOException {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
    } catch (SocketException e) {
      // The hub has answered BUSY and closed.
    }
    return this;
  }

  void readOne() throws IOException {
    socket.getInputStream().read();
  }

  /** Reads until so many answers have begun or the connection has ended; how many have begun. */
  int countAnswers(int atMost) {
    int begun = 0;
    try {
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      String line = lines.readLine();
      while (line != null) {
        begun += line.endsWith("HTTP/1.1 200 OK") ? 1 : 0;
        line = begun < atMost ? lines.readLine() : null;
      }
    } catch (IOException e) {
      // the hub cut it off
    }
    return begun;
  }

  @Override
  public void close() throws IOException {
    // Without the good-bye of TLS, which would wait for the hub.
    plain.close();
  }
}
