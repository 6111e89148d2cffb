package tw.gov.mocs.hub.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/** A hub of a few lines, on loopback, that answers what the test says. */
final class LoopbackHub implements AutoCloseable {

  /** What the test says. */
  interface Answering {
    String answer(Asked asked) throws Exception;
  }

  /** A request as it arrived. */
  record Asked(String message, String contentType, String soapAction, String query) {

    String value(String element) {
      try {
        Document document = AnswerSigner.parse(message);
        return document
            .getElementsByTagNameNS(Namespaces.EXCHANGE, element)
            .item(0)
            .getTextContent();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    String requestId() {
      return value("requestId");
    }

    /** The DigestValue of the Body: the first reference of the client. */
    String bodyDigest() throws Exception {
      return AnswerSigner.parse(message)
          .getElementsByTagNameNS(Namespaces.DSIG, "DigestValue")
          .item(0)
          .getTextContent();
    }
  }

  private final HttpServer server;
  private final String scheme;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  final List<Asked> calls = new ArrayList<>();
  int status = 200;
  String type = "text/xml; charset=utf-8";

  LoopbackHub(Answering answering) throws Exception {
    this(answering, null);
  }

  LoopbackHub(Answering answering, @Nullable Identity tls) throws Exception {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    if (tls == null) {
      server = HttpServer.create(address, 0);
      scheme = "http";
    } else {
      HttpsServer secure = HttpsServer.create(address, 0);
      secure.setHttpsConfigurator(new HttpsConfigurator(context(tls)));
      server = secure;
      scheme = "https";
    }
    server.setExecutor(threads);
    server.createContext("/exchange", exchange -> answer(exchange, answering));
    server.start();
  }

  private void answer(HttpExchange exchange, Answering answering) throws IOException {
    try (exchange) {
      Asked asked =
          new Asked(
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
              exchange.getRequestHeaders().getFirst("Content-Type"),
              exchange.getRequestHeaders().getFirst("SOAPAction"),
              exchange.getRequestURI().getQuery());
      if (exchange.getRequestMethod().equals("POST")) {
        calls.add(asked);
      }
      byte[] answer = answering.answer(asked).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, answer.length);
      exchange.getResponseBody().write(answer);
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private static SSLContext context(Identity tls) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "tls", tls.keys().getPrivate(), new char[0], new Certificate[] {tls.certificate()});
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, new char[0]);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }

  URI address() {
    return address("localhost");
  }

  URI address(String host) {
    return URI.create(scheme + "://" + host + ":" + server.getAddress().getPort() + "/exchange");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
