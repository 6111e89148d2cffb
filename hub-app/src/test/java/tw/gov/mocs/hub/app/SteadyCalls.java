package tw.gov.mocs.hub.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import tw.gov.mocs.hub.client.HubCallException;
import tw.gov.mocs.hub.client.HubClient;
import tw.gov.mocs.hub.client.HubFaultException;
import tw.gov.mocs.hub.client.HubRequest;

/** Agency A calling without a pause from a few threads, and what it was told. */
final class SteadyCalls implements AutoCloseable {

  private static final int THREADS = 4;
  private static final Duration PAUSE_AFTER_A_FAILURE = Duration.ofMillis(250);

  private final Properties demo = new Properties();
  private final HubClient client;
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean ended;

  /**
   * Prepares them; {@link #start} begins.
   *
   * @param properties {@code demo.properties}
   */
  SteadyCalls(Path properties) throws IOException {
    try (var reader = Files.newBufferedReader(properties)) {
      demo.load(reader);
    }
    client = RunningDemo.client(demo);
  }

  /** Begins. */
  SteadyCalls start() {
    for (int i = 0; i < THREADS; i++) {
      Thread thread = new Thread(this::run, "agency-a-" + i);
      thread.start();
      threads.add(thread);
    }
    return this;
  }

  private void run() {
    while (!ended) {
      try {
        acknowledged.add(call());
      } catch (HubFaultException e) {
        faults.add(e.code());
        LockSupport.parkNanos(PAUSE_AFTER_A_FAILURE.toNanos());
      } catch (HubCallException e) {
        failures.add(String.valueOf(e.getMessage()));
        LockSupport.parkNanos(PAUSE_AFTER_A_FAILURE.toNanos());
      }
    }
  }

  /** One call; the record id of its verified answer. */
  String call() {
    return client
        .call(
            HubRequest.of("SQ_TA_001", demo.getProperty("application.agency-a"), "耐久測試")
                .where("idNo", demo.getProperty("sample.idNo"))
                .build())
        .recordId();
  }

  /** The record ids of all verified answers so far. */
  List<String> acknowledged() {
    return List.copyOf(acknowledged);
  }

  /** The codes of all faults so far. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  /** Everything that was neither an answer nor a fault, so far. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  @Override
  public void close() throws InterruptedException {
    ended = true;
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
