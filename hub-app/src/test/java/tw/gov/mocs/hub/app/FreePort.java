package tw.gov.mocs.hub.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** For programs that want their port named before they start. */
final class FreePort {

  private FreePort() {}

  /** One that nobody listened on a moment ago. */
  static int any() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
