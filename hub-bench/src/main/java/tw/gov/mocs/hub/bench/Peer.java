package tw.gov.mocs.hub.bench;

import jakarta.servlet.Servlet;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Properties;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;

/** What all measured servers share: the loopback, the readiness line, and their end. */
final class Peer {

  static final String PATH = "/exchange";

  /** What an answer's signature covers, in WSS4J's words. */
  static final String SIGNED_PARTS =
      "{}{" + SignedCalls.SOAP + "}Body;{}{" + SignedCalls.WSU + "}Timestamp";

  private static final String MERLIN = "org.apache.wss4j.common.crypto.Merlin";

  private Peer() {}

  /** Serves at {@code /exchange} until standard input ends. */
  static void serve(Servlet servlet) throws Exception {
    Server server = new Server(new InetSocketAddress("127.0.0.1", 0));
    ServletContextHandler context = new ServletContextHandler();
    context.setContextPath("/");
    context.addServlet(new ServletHolder(servlet), "/*");
    server.setHandler(context);
    server.start();
    ready(server.getURI().getPort());
    awaitEnd();
    server.stop();
  }

  static void ready(int port) {
    System.out.println("ready " + port);
  }

  static void awaitEnd() throws IOException {
    while (System.in.read() >= 0) {
      // nothing is ordered
    }
  }

  /** The settings by which WSS4J's Merlin finds the store. */
  static Properties merlin(String store) {
    Properties settings = new Properties();
    String prefix = "org.apache.wss4j.crypto.merlin.keystore.";
    settings.setProperty("org.apache.wss4j.crypto.provider", MERLIN);
    settings.setProperty(prefix + "type", "PKCS12");
    settings.setProperty(prefix + "file", store);
    settings.setProperty(prefix + "password", PeerPki.PASSWORD);
    settings.setProperty(prefix + "alias", PeerPki.ALIAS);
    return settings;
  }
}
