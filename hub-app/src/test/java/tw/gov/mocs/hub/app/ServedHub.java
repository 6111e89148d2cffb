package tw.gov.mocs.hub.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code hub serve ws} as a process of its own, which a test may end as it likes. */
final class ServedHub implements AutoCloseable {

  private final Process process;
  private final List<String> output = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch ready = new CountDownLatch(1);
  private volatile boolean isReady;

  private ServedHub(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "hub output");
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts it and waits until it is ready. */
  static ServedHub start(Path settings) throws IOException, InterruptedException {
    return start(RunningDemo.hub("serve", "ws", "--config", settings.toString()));
  }

  /** Starts a sandbox, {@code hub serve --sandbox}, with all it has. */
  static ServedHub startSandbox(Path settings) throws IOException, InterruptedException {
    return start(RunningDemo.hub("serve", "--sandbox", "--config", settings.toString()));
  }

  /** Starts the portal alone, whose source of records nobody serves. */
  static ServedHub startWithoutSource(Path settings) throws IOException, InterruptedException {
    ProcessBuilder portal = RunningDemo.hub("serve", "web", "--config", settings.toString());
    portal.environment().put("HUB_SOURCE_URL", "jdbc:postgresql://127.0.0.1:1/nothing");
    return start(portal);
  }

  /** Starts it with files limited to so many KiB: writing more fails as on a full disk. */
  static ServedHub startOnFullDisk(Path settings, long kibibytes)
      throws IOException, InterruptedException {
    ProcessBuilder hub = RunningDemo.hub("serve", "ws", "--config", settings.toString());
    List<String> limited = new ArrayList<>();
    limited.addAll(List.of("bash", "-c", "ulimit -f " + kibibytes + "; exec \"$@\"", "hub"));
    limited.addAll(hub.command());
    return start(hub.command(limited));
  }

  private static ServedHub start(ProcessBuilder command) throws IOException, InterruptedException {
    ServedHub hub = new ServedHub(command.start());
    if (!hub.ready.await(5, TimeUnit.MINUTES) || !hub.isReady) {
      hub.close();
      throw new IllegalStateException("the hub is not ready:\n" + hub.output());
    }
    return hub;
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.add(line);
        if (line.matches("(sandbox )?ready: .*")) {
          isReady = true;
          ready.countDown();
        }
      }
    } catch (IOException e) {
      output.add(e.toString());
    } finally {
      ready.countDown();
    }
  }

  /** Everything that it has printed. */
  String output() {
    return String.join("\n", List.copyOf(output));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it as kill -9 does. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** Ends it as an operator does. */
  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      kill();
    }
  }
}
