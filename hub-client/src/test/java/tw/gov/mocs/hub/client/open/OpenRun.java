package tw.gov.mocs.hub.client.open;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import tw.gov.mocs.hub.client.Identity;

/** The program run in an empty folder; the person at the terminal types what the test says. */
final class OpenRun {

  static final String PASSWORD = "secret";

  static {
    // The password of a test needs no protection, which takes most of the time of all these runs.
    for (String what : List.of("certPbe", "keyPbe", "mac")) {
      Security.setProperty("keystore.pkcs12." + what + "IterationCount", "10");
    }
  }

  private final Path folder;
  private final Deque<String> typed = new ArrayDeque<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  OpenRun(Path folder) throws IOException, GeneralSecurityException {
    this.folder = folder;
    hub(SampleFile.HUB.certificate(), SampleFile.ROOT.certificate());
    p12("key.p12", SampleFile.AGENCY);
  }

  /** Who is published as the hub. */
  void hub(X509Certificate... certificates) throws IOException, GeneralSecurityException {
    StringBuilder pem = new StringBuilder();
    for (X509Certificate certificate : certificates) {
      pem.append("-----BEGIN CERTIFICATE-----\n")
          .append(Base64.getMimeEncoder().encodeToString(certificate.getEncoded()))
          .append("\n-----END CERTIFICATE-----\n");
    }
    Files.writeString(folder.resolve("hub.pem"), pem);
  }

  void p12(String name, Identity... identities) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    for (int i = 0; i < identities.length; i++) {
      store.setKeyEntry(
          "key" + i,
          identities[i].keys().getPrivate(),
          PASSWORD.toCharArray(),
          new Certificate[] {identities[i].certificate()});
    }
    try (OutputStream file = Files.newOutputStream(folder.resolve(name))) {
      store.store(file, PASSWORD.toCharArray());
    }
  }

  /** Types this at the next questions. */
  OpenRun typing(String... answers) {
    typed.addAll(List.of(answers));
    return this;
  }

  Path file(byte[] sealed) throws IOException {
    return Files.write(folder.resolve("APFQ11500001.p7m"), sealed);
  }

  /** Opens a file as its agency does. */
  int open(byte[] sealed, String... options) throws IOException {
    List<String> all = new ArrayList<>();
    all.add(file(sealed).toString());
    all.addAll(List.of("--p12", folder.resolve("key.p12").toString()));
    all.addAll(List.of(options));
    typing(PASSWORD);
    return run(all.toArray(String[]::new));
  }

  int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--hub", folder.resolve("hub.pem").toString()));
    CommandLine line = OpenMain.commandLine(new Typed());
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return line.execute(all.toArray(String[]::new));
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }

  Path content(String name) {
    return folder.resolve("APFQ11500001").resolve(name);
  }

  /** The names of what stands in the folder besides what the test put there. */
  List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.matches(".*\\.(p7m|p12|pem|key|crt)"))
          .toList();
    }
  }

  /** What was typed. */
  private final class Typed implements Dialogue {

    @Override
    public @Nullable String ask(String question) {
      return question.startsWith("存放資料夾") ? "" : typed.poll();
    }

    @Override
    public char[] secret(String question) {
      String next = typed.poll();
      if (next == null) {
        throw new OpenException(OpenFailure.OPTION_MISSING, question);
      }
      return next.toCharArray();
    }

    @Override
    public boolean terminal() {
      return false;
    }
  }
}
