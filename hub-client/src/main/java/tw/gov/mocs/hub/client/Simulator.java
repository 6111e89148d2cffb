package tw.gov.mocs.hub.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** 模擬器: a module's simulated hub on a port of its own, over TLS. */
final class Simulator implements AutoCloseable {

  private static final int LIMIT = 1024 * 1024;

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final SimulatedHub hub;
  private final Path contract;
  private final Consumer<String> watcher;

  /**
   * Starts to answer.
   *
   * @param module whose grant it simulates
   * @param host where it listens, and how it is called
   * @param port 0 for a free one
   * @param watcher hears a line of each call
   */
  Simulator(ConfFile module, String host, int port, Clock clock, Consumer<String> watcher) {
    this.watcher = watcher;
    InetSocketAddress address = address(host, port);
    SimulatorFiles files = new SimulatorFiles(module);
    KeyFiles.Pair pair = files.pair(host);
    hub =
        new SimulatedHub(
            module.folder(), new MessageSigner(pair.key(), pair.certificate(), clock), clock);
    contract = module.folder().resolve("contract").resolve("exchange-no-policy.wsdl");
    try {
      server = HttpsServer.create(address, 0);
      server.setHttpsConfigurator(new HttpsConfigurator(tls(files.store())));
    } catch (IOException | GeneralSecurityException e) {
      throw new HubCallException(
          Failure.OPTION_INVALID, e, "--port", port, String.valueOf(e.getMessage()));
    }
    server.setExecutor(threads);
    server.createContext("/exchange", this::answer);
    server.start();
    files.writeConnection(endpoint(host));
  }

  private static InetSocketAddress address(String host, int port) {
    if (port < 0 || port > HubTransport.HIGHEST_PORT) {
      throw new HubCallException(
          Failure.OPTION_INVALID,
          "--port",
          String.valueOf(port),
          "0 – " + HubTransport.HIGHEST_PORT);
    }
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new HubCallException(
          Failure.OPTION_INVALID, "--host", host, "127.0.0.1 | localhost | …");
    }
    return address;
  }

  /** The address of its exchange. */
  String endpoint(String host) {
    return "https://" + host + ":" + server.getAddress().getPort() + "/exchange";
  }

  private static SSLContext tls(Path store) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(store)) {
      keys.load(in, SimulatorFiles.password());
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, SimulatorFiles.password());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("POST")) {
        send(exchange, 200, "text/xml; charset=utf-8", Files.readAllBytes(contract));
        return;
      }
      byte[] message = exchange.getRequestBody().readNBytes(LIMIT + 1);
      SimulatedHub.Answer answer =
          hub.answer(
              Arrays.copyOf(message, Math.min(message.length, LIMIT)),
              exchange.getRequestHeaders().getFirst("SOAPAction"));
      watcher.accept(answer.said());
      String type = answer.soap().mediaType() + "; charset=utf-8";
      send(exchange, answer.fault() ? 500 : 200, type, answer.message());
    }
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] content)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, content.length);
    exchange.getResponseBody().write(content);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
