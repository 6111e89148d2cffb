package tw.gov.mocs.hub.client;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The folder {@code simulator} of a module: a key made at the first start, and how it is reached.
 */
final class SimulatorFiles {

  /** From the folder of the module. */
  static final String CONNECTION = "simulator/connection.conf";

  /** Protects nothing: whoever has the folder has the key, which no hub believes. */
  private static final char[] PASSWORD = "simulator".toCharArray();

  private final Path folder;
  private final ConfFile module;

  SimulatorFiles(ConfFile module) {
    this.module = module;
    this.folder = module.folder().resolve("simulator");
  }

  /**
   * The key, which is made if there is none yet.
   *
   * @param host a name under which it is called, besides localhost
   */
  KeyFiles.Pair pair(String host) {
    Path store = store();
    try {
      if (!Files.exists(store)) {
        Files.createDirectories(folder);
        make(host);
      }
      KeyFiles.Pair pair = KeyFiles.pkcs12(store, PASSWORD::clone);
      Files.writeString(folder.resolve("simulator.pem"), pem(pair.certificate()));
      return pair;
    } catch (IOException e) {
      throw HubCallException.unreadable(folder, e);
    }
  }

  Path store() {
    return folder.resolve("simulator.p12");
  }

  static char[] password() {
    return PASSWORD.clone();
  }

  /** Makes it where nobody else can read, before it gets its name. */
  private void make(String host) throws IOException {
    Path apart = Files.createTempDirectory(folder, "key");
    Path made = apart.resolve("simulator.p12");
    try {
      make(made, host);
      PosixFileAttributeView rights =
          Files.getFileAttributeView(made, PosixFileAttributeView.class);
      if (rights != null) {
        rights.setPermissions(PosixFilePermissions.fromString("rw-------"));
      }
      Files.move(made, store(), ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(made);
      Files.delete(apart);
    }
  }

  /** The JDK makes certificates by this program of its own only. */
  private static void make(Path store, String host) throws IOException {
    Set<String> names = new TreeSet<>(List.of("dns:localhost", "ip:127.0.0.1"));
    names.add(host.matches("[0-9.]+|.*:.*") ? "ip:" + host : "dns:" + host);
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "simulator",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-sigalg",
                "SHA256withRSA",
                "-validity",
                "3650",
                "-dname",
                HubTrust.SIMULATOR.getName(),
                "-ext",
                "san=" + String.join(",", names),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .start();
    String said =
        new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    try {
      if (!keytool.waitFor(1, TimeUnit.MINUTES) || keytool.exitValue() != 0) {
        throw new IOException("keytool: " + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Tells clients and examples how to reach it. */
  void writeConnection(String endpoint) {
    StringBuilder text = new StringBuilder("# 模擬器 The simulator: its rows are synthetic.\n");
    put(text, "endpoint", endpoint);
    put(text, "application", module.get("application"));
    put(text, "hub-certificate", "simulator.pem");
    put(text, "tls-authorities", "simulator.pem");
    put(text, "key", module.path("key"));
    put(text, "certificate", module.path("certificate"));
    put(text, "service", module.find("service").orElse(""));
    put(text, "criterion", module.find("criterion").orElse(""));
    put(text, "purpose", module.find("purpose").orElse(""));
    Path file = module.folder().resolve(CONNECTION);
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw HubCallException.unreadable(file, e);
    }
  }

  private static void put(StringBuilder text, String name, @Nullable Object value) {
    text.append(name).append(" = ").append(value == null ? "" : value).append('\n');
  }

  private static String pem(X509Certificate certificate) {
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
