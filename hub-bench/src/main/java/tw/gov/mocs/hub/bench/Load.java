package tw.gov.mocs.hub.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Callers that send signed requests over connections they keep, each waiting for its answer. */
final class Load implements AutoCloseable {

  private static final int CALLERS = 8;

  private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  /**
   * Sends all and checks every answer.
   *
   * @return what each call took
   * @throws IOException at the first answer that is not one
   */
  Latencies send(URI address, List<byte[]> requests) throws IOException {
    long[] nanos = new long[requests.size()];
    AtomicInteger next = new AtomicInteger();
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      running.add(
          callers.submit(
              () -> {
                for (int at = next.getAndIncrement();
                    at < nanos.length;
                    at = next.getAndIncrement()) {
                  long began = System.nanoTime();
                  call(address, requests.get(at));
                  nanos[at] = System.nanoTime() - began;
                }
                return null;
              }));
    }
    await(address, running);
    return new Latencies(nanos);
  }

  private static void await(URI address, List<Future<?>> running) throws IOException {
    try {
      for (Future<?> each : running) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IOException(address + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /**
   * Sends one after the other at this pace, however long the answers take.
   *
   * @return what each call took from the moment when it was due
   */
  Latencies paced(URI address, List<byte[]> requests, Duration pace) throws IOException {
    long[] nanos = new long[requests.size()];
    List<Future<?>> running = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < nanos.length; i++) {
      int at = i;
      long due = start + at * pace.toNanos();
      LockSupport.parkNanos(due - System.nanoTime());
      running.add(
          callers.submit(
              () -> {
                call(address, requests.get(at));
                nanos[at] = System.nanoTime() - due;
                return null;
              }));
    }
    await(address, running);
    return new Latencies(nanos);
  }

  /**
   * One call.
   *
   * @return the answer's envelope
   * @throws IOException if the status is not 200 or there is no Body
   */
  byte[] call(URI address, byte[] request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        client.send(
            HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "text/xml; charset=UTF-8")
                .header("SOAPAction", '"' + CallBody.ACTION + '"')
                .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    byte[] answer = response.body();
    if (response.statusCode() != 200 || !endsWithBody(answer)) {
      String text = new String(answer, StandardCharsets.UTF_8);
      throw new IOException(
          "HTTP "
              + response.statusCode()
              + " "
              + text.substring(Math.max(0, text.length() - 1500)));
    }
    return answer;
  }

  private static boolean endsWithBody(byte[] answer) {
    int from = Math.max(0, answer.length - 60);
    return new String(answer, from, answer.length - from, StandardCharsets.UTF_8)
        .contains(":Body>");
  }

  @Override
  public void close() {
    callers.shutdownNow();
  }
}
