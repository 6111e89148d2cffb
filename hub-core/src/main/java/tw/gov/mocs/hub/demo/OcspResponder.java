package tw.gov.mocs.hub.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;

/** The demo's OCSP responder, for whatever the intermediate issued; on loopback only. */
public final class OcspResponder implements AutoCloseable {

  private static final int MAX_REQUEST_BYTES = 8_192;

  private final HttpServer server;
  private final OcspAnswerer answerer;

  private OcspResponder(HttpServer server, OcspAnswerer answerer) {
    this.server = server;
    this.answerer = answerer;
  }

  /**
   * Starts it.
   *
   * @param port 0 takes a free one
   * @throws IOException when the port is taken
   */
  public static OcspResponder start(DemoPki pki, int port, Clock clock) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    OcspResponder responder =
        new OcspResponder(HttpServer.create(address, 0), new OcspAnswerer(pki, clock));
    responder.server.createContext("/", responder::handle);
    responder.server.start();
    return responder;
  }

  /** Where it is asked. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/ocsp");
  }

  /** RFC 6960 Appendix A.1: by POST alone. */
  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("POST")) {
        exchange.sendResponseHeaders(405, -1);
        return;
      }
      byte[] answer = answerer.answer(exchange.getRequestBody().readNBytes(MAX_REQUEST_BYTES));
      exchange.getResponseHeaders().set("Content-Type", "application/ocsp-response");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
