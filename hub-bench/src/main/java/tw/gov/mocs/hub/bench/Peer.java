package tw.gov.mocs.hub.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.util.Properties;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.slf4j.LoggerFactory;

/** What all measured servers share: the loopback, the readiness line, and their end. */
final class Peer {

  static final String PATH = "/exchange";

  /** What an answer's signature covers, in WSS4J's words. */
  static final String SIGNED_PARTS =
      "{}{" + SignedCalls.SOAP + "}Body;{}{" + SignedCalls.WSU + "}Timestamp";

  private static final String MERLIN = "org.apache.wss4j.common.crypto.Merlin";

  /** Only the driver's own lines go there: nobody reads it while calls are made. */
  private static final PrintStream TO_DRIVER = System.out;

  private Peer() {}

  /** Warnings only, as in production, and not on the driver's line. */
  static void quiet() {
    System.setOut(System.err);
    onlyWarn();
  }

  /** Logs warnings alone. */
  static void onlyWarn() {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
  }

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
    say("ready " + port);
  }

  static void say(String line) {
    TO_DRIVER.println(line);
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
