package tw.gov.mocs.hub.trust;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A real HTTP server on the loopback that answers every request the same way. */
final class LoopbackServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger requests = new AtomicInteger();
  private int status = 200;
  private volatile boolean slow;
  private boolean trickling;

  /** Answers the body of each request with what {@code answer} makes of it. */
  LoopbackServer(UnaryOperator<byte[]> answer) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", exchange -> handle(exchange, answer));
    server.start();
  }

  LoopbackServer status(int answered) {
    status = answered;
    return this;
  }

  /** Never answers. */
  LoopbackServer slow() {
    slow = true;
    return this;
  }

  /** Begins to answer and never ends. */
  LoopbackServer trickling() {
    trickling = true;
    return this;
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/list";
  }

  int requests() {
    return requests.get();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange, UnaryOperator<byte[]> answer) throws IOException {
    requests.incrementAndGet();
    try (exchange) {
      byte[] body = answer.apply(exchange.getRequestBody().readAllBytes());
      if (slow) {
        closed.await();
      }
      exchange.getResponseHeaders().add("Location", address() + "/elsewhere");
      exchange.sendResponseHeaders(status, body.length + (trickling ? 1 : 0));
      exchange.getResponseBody().write(body);
      exchange.getResponseBody().flush();
      if (trickling) {
        closed.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
