package tw.gov.mocs.hub.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A socket that reads a request and then says, byte for byte, what the test wants. */
final class RawServer implements AutoCloseable {

  /** What the test wants; the connection is closed afterwards. */
  interface Speaking {
    void speak(OutputStream out) throws Exception;
  }

  private static final int READ_MILLIS = 300;

  private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final Speaking speaking;

  RawServer(Speaking speaking) throws IOException {
    this.speaking = speaking;
    Thread thread = new Thread(this::serve, "raw server");
    thread.setDaemon(true);
    thread.start();
  }

  static RawServer saying(String answer) throws IOException {
    return new RawServer(out -> out.write(answer.getBytes(StandardCharsets.UTF_8)));
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        readUnlessSilent(socket);
        speaking.speak(socket.getOutputStream());
      } catch (Exception e) {
        // The client hung up, or the test is over.
        continue;
      }
    }
  }

  private static void readUnlessSilent(Socket socket) throws IOException {
    try {
      readRequest(socket);
    } catch (SocketTimeoutException e) {
      return;
    }
  }

  /** To its end: closing with unread bytes would reset the connection. */
  private static void readRequest(Socket socket) throws IOException {
    var reader =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    socket.setSoTimeout(READ_MILLIS); // what speaks TLS ends no line
    int length = 0;
    for (String line = reader.readLine();
        line != null && !line.isEmpty();
        line = reader.readLine()) {
      if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
        length = Integer.parseInt(line.substring(15).strip());
      }
    }
    for (int i = 0; i < length; i++) {
      reader.read();
    }
  }

  InetSocketAddress socket() {
    return (InetSocketAddress) server.getLocalSocketAddress();
  }

  URI address(String scheme) {
    return URI.create(scheme + "://localhost:" + server.getLocalPort() + "/exchange");
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
