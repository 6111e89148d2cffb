package tw.gov.mocs.hub.app.card;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The card component's part of the protocol, with a software card; docs/card-agent.md. It listens
 * on loopback alone and signs for its own window alone, which asks for listed sites alone.
 */
final class CardAgent implements AutoCloseable {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final SoftwareCard card;
  private final ListedOrigins origins;
  private final PopupPage page;
  private final Questions questions = new Questions();

  private CardAgent(HttpServer server, SoftwareCard card, ListedOrigins origins, boolean yes) {
    this.server = server;
    this.card = card;
    this.origins = origins;
    this.page = new PopupPage(card, origins, yes);
  }

  /**
   * Starts it.
   *
   * @param port 0 takes a free one
   * @param yes sign without asking
   * @throws java.net.BindException when the port is taken
   */
  static CardAgent start(SoftwareCard card, ListedOrigins origins, int port, boolean yes)
      throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    CardAgent agent = new CardAgent(HttpServer.create(address, 0), card, origins, yes);
    agent.server.setExecutor(agent.threads);
    agent.server.createContext("/", agent::handle);
    agent.server.start();
    return agent;
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!hosts().contains(header(exchange, "Host"))) {
        // DNS rebinding: a name of somebody else's that leads here.
        exchange.sendResponseHeaders(421, -1);
      } else if (exchange.getRequestMethod().equals("GET")) {
        get(exchange);
      } else if (!exchange.getRequestMethod().equals("POST")) {
        exchange.sendResponseHeaders(405, -1);
      } else if (!header(exchange, "Origin").equals("http://" + header(exchange, "Host"))) {
        exchange.sendResponseHeaders(403, -1);
      } else {
        post(exchange);
      }
    }
  }

  private void get(HttpExchange exchange) throws IOException {
    switch (exchange.getRequestURI().getPath()) {
      case "/popupForm" -> send(exchange, "text/html", utf8(page.html(language(exchange))));
      case "/popup.js" -> send(exchange, "text/javascript", PopupPage.file("popup.js"));
      case "/popup.css" -> send(exchange, "text/css", PopupPage.file("popup.css"));
      default -> exchange.sendResponseHeaders(404, -1);
    }
  }

  private void post(HttpExchange exchange) throws IOException {
    String answer;
    try {
      Map<String, String> fields = FormBody.read(exchange.getRequestBody());
      answer = answer(exchange.getRequestURI().getPath(), fields);
    } catch (CardException e) {
      answer = CardAnswers.refused(e);
    }
    send(exchange, "application/json", utf8(answer));
  }

  private String answer(String path, Map<String, String> fields) {
    return switch (path) {
      case "/ask" -> ask(fields);
      case "/sign" -> CardAnswers.signed(card, card.sign(questions.take(ticket(fields))));
      case "/cancel" -> {
        questions.take(ticket(fields));
        throw new CardException(RetCode.CANCELLED);
      }
      default -> throw new CardException(RetCode.FUNCTION_UNKNOWN);
    };
  }

  private String ask(Map<String, String> fields) {
    origins.require(fields.getOrDefault("origin", ""));
    card.requireThere();
    return switch (fields.getOrDefault("func", "")) {
      case "MakeSignature" -> {
        TbsPackage tbs = TbsPackage.of(fields);
        yield CardAnswers.question(questions.put(tbs), tbs);
      }
      case "GetUserCert" -> CardAnswers.slots(card, true);
      case "CheckEnvir" -> CardAnswers.slots(card, false);
      default -> throw new CardException(RetCode.FUNCTION_UNKNOWN);
    };
  }

  private static String ticket(Map<String, String> fields) {
    return fields.getOrDefault("ticket", "");
  }

  private Set<String> hosts() {
    return Set.of("localhost:" + port(), "127.0.0.1:" + port(), "[::1]:" + port());
  }

  /** What its own link asks for, else what the browser prefers. */
  private static String language(HttpExchange exchange) {
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    return query.startsWith("lang=")
        ? query.substring("lang=".length())
        : header(exchange, "Accept-Language");
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type + "; charset=UTF-8");
    headers.set("Content-Security-Policy", POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
