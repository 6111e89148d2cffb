package tw.gov.mocs.hub.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A small clamd that speaks INSTREAM and knows one signature, its own. */
final class FakeClamd implements AutoCloseable {

  static final String SIGNATURE = "PERSONNEL-HUB-TEST-SIGNATURE";

  private static final int STREAM_MAX = 1024 * 1024;

  private final ServerSocket server;

  FakeClamd() throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "fake-clamd");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        socket.getOutputStream().write((answer(socket) + "\0").getBytes(US_ASCII));
      } catch (IOException e) {
        // The client went away, or this is the end.
      }
    }
  }

  private static String answer(Socket socket) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    StringBuilder command = new StringBuilder();
    for (int b = in.read(); b > 0; b = in.read()) {
      command.append((char) b);
    }
    if (!command.toString().equals("zINSTREAM")) {
      return "UNKNOWN COMMAND";
    }
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (int length = in.readInt(); length != 0; length = in.readInt()) {
      stream.write(in.readNBytes(length));
    }
    if (stream.size() > STREAM_MAX) {
      return "INSTREAM size limit exceeded. ERROR";
    }
    return stream.toString(ISO_8859_1).contains(SIGNATURE)
        ? "stream: Hub.Test-Signature FOUND"
        : "stream: OK";
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
