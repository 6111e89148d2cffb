package tw.gov.mocs.hub.app;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import tw.gov.mocs.hub.demo.DemoPki;
import tw.gov.mocs.hub.shared.KeyFiles;

/** A page that signs by the portal's {@code sign.js}, under the portal's policy; and its form. */
final class SigningSite implements AutoCloseable {

  static final String STATEMENT = "草稿 42 的申請內容\n姓名：𠀋大明 \"&<b>+%\n\nnonce: 7f+/=";

  private static final List<String> MESSAGES =
      List.of(
          "opening",
          "signing",
          "sending",
          "blocked",
          "absent",
          "timeout",
          "cancelled",
          "refused",
          "no-card",
          "pin-missing",
          "wrong-pin",
          "locked",
          "other-card",
          "failed");

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final List<String> forms = new CopyOnWriteArrayList<>();

  SigningSite(DemoPki pki) throws IOException, GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(KeyFiles.keyStore(pki.tls().certificate(), pki.tls().key()), new char[0]);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), null, null);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Its address under one of its two names, {@code localhost} and {@code 127.0.0.1}. */
  String address(String name) {
    return "https://" + name + ":" + server.getAddress().getPort();
  }

  /** The bodies of the forms that were sent. */
  List<String> forms() {
    return List.copyOf(forms);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestMethod().equals("POST")) {
        forms.add(
            URLDecoder.decode(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                StandardCharsets.UTF_8));
        send(exchange, "text/html", html("<h1>received</h1>"));
      } else if (exchange.getRequestURI().getPath().equals("/static/sign.js")) {
        send(exchange, "text/javascript", script());
      } else if (exchange.getRequestURI().getPath().equals("/favicon.ico")) {
        exchange.sendResponseHeaders(204, -1);
      } else if (exchange.getRequestURI().getPath().equals("/bare")) {
        // Without a policy of openers: it keeps the window that it was opened by.
        exchange.sendResponseHeaders(200, -1);
      } else {
        send(exchange, "text/html", html(form(exchange.getRequestURI().getQuery())));
      }
    }
  }

  /** The query is {@code AGENT} or {@code AGENT,THUMBPRINT}. */
  private static String form(String query) {
    String[] asked = query.split(",");
    String messages =
        MESSAGES.stream()
            .map(name -> "data-msg-" + name + "=\"told: " + name + " {0}\"")
            .collect(Collectors.joining(" "));
    return """
        <h1>sign</h1>
        <form method="post" action="/sent" data-sign data-agent="%s" data-card="%s"
              data-statement="%s" %s>
          <input type="hidden" name="signature" data-sign-result>
          <label>PIN <input type="password" data-sign-pin></label>
          <p role="status" data-sign-status></p>
          <button name="step" value="back">back</button>
          <button name="step" value="sign" data-sign-button>sign</button>
        </form>
        """
        .formatted(
            asked[0],
            Stream.of(asked).skip(1).findFirst().orElse(""),
            STATEMENT.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;"),
            messages);
  }

  private static byte[] html(String body) {
    String page =
        "<!DOCTYPE html><html lang=\"en\"><meta charset=\"UTF-8\"><title>site</title>"
            + "<script src=\"/static/sign.js\" defer></script><main>%s</main></html>";
    return page.formatted(body).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] script() throws IOException {
    try (InputStream in =
        SigningSite.class.getResourceAsStream("/tw/gov/mocs/hub/web/static/sign.js")) {
      return requireNonNull(in, "sign.js").readAllBytes();
    }
  }

  private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type + "; charset=UTF-8");
    headers.set(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    headers.set("Cross-Origin-Opener-Policy", "same-origin-allow-popups");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
