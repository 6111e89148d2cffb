package tw.gov.mocs.hub.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.client.HubClient;
import tw.gov.mocs.hub.demo.SharedPki;
import tw.gov.mocs.hub.shared.KeyFiles;
import tw.gov.mocs.hub.shared.NativeCrypto;

/** The demo as a user starts it: a process of its own, from the jar that was built. */
final class RunningDemo implements AutoCloseable {

  static {
    // Tests sign and open connections, too, without the compiler that makes Java's own RSA quick.
    NativeCrypto.install();
  }

  private static @Nullable RunningDemo shared;

  private final Process process;
  private final Path folder;
  private final List<String> output = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch ready = new CountDownLatch(1);

  private RunningDemo(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
    Thread reader = new Thread(this::read, "demo output");
    reader.setDaemon(true);
    reader.start();
  }

  /** One small demo for every test that only uses it; it ends with the tests. */
  static synchronized RunningDemo shared() throws IOException, InterruptedException {
    if (shared == null) {
      Path folder = Files.createTempDirectory(Path.of("target"), "demo").toAbsolutePath();
      shared = startSmall(folder);
      RunningDemo started = shared;
      Runtime.getRuntime().addShutdownHook(new Thread(started.process::destroy, "end of demo"));
    }
    return shared;
  }

  /** Starts the demo under this folder, new or again, and waits until it is ready. */
  static RunningDemo start(Path folder) throws IOException, InterruptedException {
    RunningDemo demo =
        new RunningDemo(hub("demo", "--free-ports", "--folder", folder.toString()).start(), folder);
    if (!demo.ready.await(4, TimeUnit.MINUTES) || !demo.process.isAlive()) {
      demo.close();
      throw new IllegalStateException("the demo is not ready:\n" + demo.output());
    }
    return demo;
  }

  /** The same, new, with few records: most tests look at some of them. */
  static RunningDemo startSmall(Path folder) throws IOException, InterruptedException {
    prepare(folder);
    return start(folder);
  }

  /** What a demo would take long to make, for one that is not made yet: few records, and keys. */
  static OwnRecords prepare(Path folder) {
    SharedPki.in(folder.resolve("pki"));
    return OwnRecords.make(folder);
  }

  /** A command of the built hub, as the script runs it; its error output goes with the other. */
  static ProcessBuilder hub(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(BuiltHub.JAVA);
    command.addAll(List.of("-Xms384m", "-Xmn256m", "-Xmx768m", "-XX:MetaspaceSize=192m"));
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("-XX:ReservedCodeCacheSize=240m");
    command.add("-Dfile.encoding=UTF-8");
    command.addAll(List.of("-jar", BuiltHub.JAR.toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true);
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.add(line);
        if (line.startsWith("demo: ready")) {
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

  /** How to reach it. */
  Path propertiesFile() {
    return folder.resolve("demo.properties");
  }

  /** How to reach it, read. */
  Properties properties() throws IOException {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(propertiesFile())) {
      properties.load(reader);
    }
    return properties;
  }

  /** One of the things that it tells. */
  String property(String name) throws IOException {
    return properties().getProperty(name);
  }

  /** TLS with its own root as the only one that is trusted, and these keys of the client. */
  SSLContext trusting(KeyManager @Nullable [] keys) throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    Path root = Path.of(property("pki.dir"), "ca.crt");
    trusted.setCertificateEntry("root", KeyFiles.certificates(root).get(0));
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(keys, managers.getTrustManagers(), null);
    return tls;
  }

  /** What it answers to a GET. */
  String get(String address) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newBuilder()
            .sslContext(trusting(null))
            .build()
            .send(
                HttpRequest.newBuilder(URI.create(address)).build(),
                HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(address + " answers " + answer.statusCode());
    }
    return answer.body();
  }

  /** Ends it as kill -9 does. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** Agency A's system, as it calls the demo. */
  HubClient client() throws IOException {
    return client(properties());
  }

  /** The same of a demo whose hub a test starts and ends by itself. */
  static HubClient client(Properties demo) {
    Path pki = Path.of(demo.getProperty("pki.dir"));
    return HubClient.builder()
        .endpoint(URI.create(demo.getProperty("soap.http.url")))
        .signWith(
            KeyFiles.privateKey(pki.resolve("agency-a.key")),
            KeyFiles.certificates(pki.resolve("agency-a.crt")).get(0))
        .trustHub(KeyFiles.certificates(pki.resolve("hub.crt")).get(0))
        .timeout(Duration.ofSeconds(30))
        .build();
  }

  /** Ends it as Ctrl-C does. */
  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      kill();
    }
  }
}
