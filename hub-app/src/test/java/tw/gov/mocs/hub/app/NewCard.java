package tw.gov.mocs.hub.app;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.util.io.pem.PemObjectGenerator;
import org.bouncycastle.util.io.pem.PemWriter;
import tw.gov.mocs.hub.demo.CertificateAuthority;
import tw.gov.mocs.hub.demo.CertificateRequest;
import tw.gov.mocs.hub.demo.DemoPki;
import tw.gov.mocs.hub.demo.KeyPairs;
import tw.gov.mocs.hub.shared.KeyFiles;
import tw.gov.mocs.hub.trust.Certificates;

/**
 * A certificate of the demo's authority that nobody has registered yet, with its key: {@code
 * new.crt} and {@code new.key} in a folder.
 */
record NewCard(Path folder, X509Certificate certificate) {

  /** What it is to be. */
  record Wish(String agencyOid, int keyUsage, int bits, Duration until) {

    static Wish of(int keyUsage) {
      return new Wish(DemoPki.AGENCY_A_OID, keyUsage, 2048, Duration.ofDays(400));
    }
  }

  static NewCard issue(RunningDemo demo, Path folder, Wish wish) throws IOException {
    Path pki = Path.of(demo.property("pki.dir"));
    CertificateAuthority authority =
        CertificateAuthority.of(
            KeyFiles.certificates(pki.resolve("intermediate.crt")).get(0),
            KeyFiles.privateKey(pki.resolve("intermediate.key")),
            KeyFiles.certificates(pki.resolve("ca.crt")));
    return issue(authority, folder, wish);
  }

  /** Of an authority below the demo's root whose revocations the hub was not told where to find. */
  static NewCard ofUnwatchedAuthority(RunningDemo demo, Path folder) throws IOException {
    Path pki = Path.of(demo.property("pki.dir"));
    CertificateAuthority root =
        CertificateAuthority.of(
            KeyFiles.certificates(pki.resolve("ca.crt")).get(0),
            KeyFiles.privateKey(pki.resolve("ca.key")),
            List.of());
    KeyPair keys = KeyPairs.rsa();
    Instant now = Instant.now();
    CertificateRequest request =
        CertificateRequest.of(
                "CN=無廢止資料之憑證管理中心,O=銓敘部,C=TW",
                keys.getPublic(),
                now.minus(Duration.ofDays(500)),
                now.plus(Duration.ofDays(500)))
            .authority();
    CertificateAuthority authority = root.intermediate(request, keys);
    NewCard card = issue(authority, folder, Wish.of(KeyUsage.digitalSignature));
    Files.writeString(
        folder.resolve("new.crt"),
        pem(new JcaMiscPEMGenerator(authority.certificate())),
        StandardOpenOption.APPEND);
    return card;
  }

  /** Of any authority. */
  static NewCard issue(CertificateAuthority authority, Path folder, Wish wish) throws IOException {
    KeyPair keys = KeyPairs.rsa(wish.bits());
    Instant now = Instant.now();
    String number = String.format(Locale.ROOT, "%016d", Math.abs(now.toEpochMilli() % 1_000_000));
    CertificateRequest request =
        CertificateRequest.of(
                "SERIALNUMBER=" + number + ",CN=人事介接系統新卡,OU=示範機關甲,O=行政院,C=TW",
                keys.getPublic(),
                now.minus(Duration.ofDays(500)),
                now.plus(wish.until()))
            .keyUsage(wish.keyUsage())
            .policies(DemoPki.MARKER_POLICY)
            .directoryAttributes(wish.agencyOid(), null);
    X509Certificate certificate = authority.issue(request);
    Files.writeString(folder.resolve("new.crt"), pem(new JcaMiscPEMGenerator(certificate)));
    Path key = folder.resolve("new.key");
    Files.writeString(key, pem(new JcaPKCS8Generator(keys.getPrivate(), null)));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    return new NewCard(folder, certificate);
  }

  byte[] file() throws IOException {
    return Files.readAllBytes(folder.resolve("new.crt"));
  }

  String thumbprint() {
    return Certificates.thumbprint(certificate);
  }

  /** Runs a command line in its folder and answers what it printed. */
  String run(String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of("sh", "-ec", command))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException(command + ": " + printed);
    }
    return printed;
  }

  private static String pem(PemObjectGenerator content) throws IOException {
    StringWriter text = new StringWriter();
    try (PemWriter writer = new PemWriter(text)) {
      writer.writeObject(content);
    }
    return text.toString();
  }
}
