import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tw.gov.mocs.hub.client.HubAnswer;
import tw.gov.mocs.hub.client.HubClient;
import tw.gov.mocs.hub.client.HubClientException;
import tw.gov.mocs.hub.client.HubRequest;
import tw.gov.mocs.hub.client.HubTrust;
import tw.gov.mocs.hub.client.KeyFiles;

/** 第一次呼叫 A first call from a program of one's own: FirstCall VALUE [CONNECTION.CONF]. */
public final class FirstCall {

  private FirstCall() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 0) {
      fail("用法 usage: FirstCall 值 VALUE [connection.conf]");
    }
    Path file = connection(arguments);
    if (!Files.isRegularFile(file)) {
      fail(
          "找不到設定檔，請以第二個參數指定 connection.conf: " + file,
          "There is no such connection file; name connection.conf as the second argument: " + file);
    }
    Map<String, String> conf = read(file);
    try {
      call(client(file, conf), conf, arguments[0]);
    } catch (HubClientException e) {
      System.err.println(e.message(Locale.TAIWAN));
      System.err.println(e.message(Locale.ENGLISH));
      System.exit(e.exitCode());
    }
  }

  // One client for the whole program: it keeps its connections.
  private static HubClient client(Path file, Map<String, String> conf) {
    KeyFiles.Pair own =
        KeyFiles.pem(
            file.resolveSibling(conf.get("key")),
            file.resolveSibling(conf.get("certificate")),
            () -> System.console().readPassword("密碼 password: "));
    HubClient.Builder client =
        HubClient.builder()
            .endpoint(URI.create(conf.get("endpoint")))
            .signWith(own.key(), own.certificate())
            .trustHub(trust(file.resolveSibling(conf.get("hub-certificate"))));
    if (!conf.get("tls-authorities").isEmpty()) {
      client.tlsTrust(
          KeyFiles.certificates(file.resolveSibling(conf.get("tls-authorities")))
              .toArray(X509Certificate[]::new));
    }
    return client.build();
  }

  /** That of the module, if it is run in the module's folder or in this project's. */
  private static Path connection(String[] arguments) {
    if (arguments.length > 1) {
      return Path.of(arguments[1]).toAbsolutePath();
    }
    Path here = Path.of("connection.conf").toAbsolutePath();
    return Files.isRegularFile(here) ? here : here.resolve("../../connection.conf").normalize();
  }

  private static void fail(String... lines) {
    for (String line : lines) {
      System.err.println(line);
    }
    System.exit(2);
  }

  private static void call(HubClient client, Map<String, String> conf, String value) {
    HubAnswer answer =
        client.call(
            HubRequest.of(conf.get("service"), conf.get("application"), conf.get("purpose"))
                .where(conf.get("criterion"), value)
                .build());
    System.out.println("OK rows " + answer.rows().size());
    answer.rows().forEach(row -> System.out.println(row.values()));
  }

  /** The certificates that sign answers; the file holds their issuers too. */
  private static HubTrust trust(Path file) {
    List<X509Certificate> signers =
        KeyFiles.certificates(file).stream().filter(c -> c.getBasicConstraints() < 0).toList();
    // Only a simulator or the sandbox is meant where its certificate is named; delete these lines
    // in production.
    if (file.endsWith("simulator.pem")) {
      return HubTrust.simulator(signers.get(0));
    }
    if (file.endsWith("sandbox.pem")) {
      return HubTrust.sandbox(signers.get(0));
    }
    return HubTrust.pinned(signers.toArray(X509Certificate[]::new));
  }

  private static Map<String, String> read(Path file) throws IOException {
    Map<String, String> conf = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] parts = line.split("=", 2);
      if (parts.length == 2 && !line.startsWith("#")) {
        conf.put(parts[0].strip(), parts[1].strip());
      }
    }
    return conf;
  }
}
