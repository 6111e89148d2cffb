package tw.gov.mocs.hub.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A measured program in a JVM of its own, so that its processor time and memory are its own. It
 * prints {@code ready PORT} when it can be called and ends when its standard input does, hence also
 * when the benchmark is killed.
 */
final class ServerProcess implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(120);

  private final Process process;
  private final Path errors;
  private final GcLog collections;
  private final BufferedReader answers;
  private final PrintWriter orders;
  private final int port;

  /**
   * Starts it and waits until it is ready.
   *
   * @param folder where its standard error goes
   * @param heap its {@code -Xmx}
   */
  ServerProcess(Class<?> main, Path folder, String heap, String... arguments) throws IOException {
    errors = Files.createTempFile(folder, main.getSimpleName(), ".log");
    Path log = Files.createTempFile(folder, main.getSimpleName(), ".gc");
    collections = new GcLog(log);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8"));
    command.add("-Xlog:gc:file=" + log);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    answers = process.inputReader(StandardCharsets.UTF_8);
    orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    try {
      port = Integer.parseInt(await("ready", START));
    } catch (IOException | RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  int port() {
    return port;
  }

  /** Processor time since it started, user and system. */
  Duration cpu() {
    return process
        .info()
        .totalCpuDuration()
        .orElseThrow(() -> new IllegalStateException("processor time is not told here"));
  }

  /** The most that was left of the heap after a collection since this was last asked, in MB. */
  int heapPeak() throws IOException {
    return collections.peak();
  }

  /** Tells it something. */
  void order(String text) {
    orders.println(text);
  }

  /**
   * Waits for a line that begins with this word; other lines are passed over.
   *
   * @return the rest of the line
   */
  String await(String word, Duration atMost) throws IOException {
    CompletableFuture<String> found = CompletableFuture.supplyAsync(() -> line(word));
    try {
      return found.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new IOException("no '" + word + "' came; what it said: " + said(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private String line(String word) {
    try {
      for (String line = answers.readLine(); line != null; line = answers.readLine()) {
        if (line.startsWith(word + " ")) {
          return line.substring(word.length() + 1).strip();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException("it ended");
  }

  private String said() throws IOException {
    String text = Files.readString(errors);
    return text.substring(Math.max(0, text.length() - 4000));
  }

  /** Ends it; kills it if it takes longer than ten seconds. */
  @Override
  public void close() {
    orders.close();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
