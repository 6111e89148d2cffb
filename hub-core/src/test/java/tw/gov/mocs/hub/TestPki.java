package tw.gov.mocs.hub;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import tw.gov.mocs.hub.demo.CertificateAuthority;
import tw.gov.mocs.hub.demo.CertificateRequest;
import tw.gov.mocs.hub.demo.DemoCard;
import tw.gov.mocs.hub.demo.KeyPairs;
import tw.gov.mocs.hub.shared.NativeCrypto;

/** An authority that a core of the tests trusts, with the cards that it issued and its list. */
public final class TestPki {

  static {
    // As the hub does. Without it a tenth of all time goes into the signatures of tests.
    NativeCrypto.install();
  }

  private static final Duration LONG = Duration.ofDays(7_000);
  private static final KeyPair CARD_KEYS = KeyPairs.rsa();

  /** Trusted by every core of the tests that does not say whom it trusts. */
  private static final TestPki SHARED = new TestPki();

  private final Path folder;
  private final Instant now = Instant.now();
  private final CertificateAuthority root;
  private final List<X509Certificate> revoked = new ArrayList<>();

  public TestPki() {
    try {
      folder = Files.createTempDirectory("hub-pki");
      folder.toFile().deleteOnExit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    root =
        CertificateAuthority.root(
            "CN=Test Cards,C=TW", KeyPairs.rsa(), now.minus(LONG), now.plus(LONG));
    write("root.pem", root.certificate());
    writeList();
  }

  /** The one of {@link TestCore#shared}. */
  public static TestPki shared() {
    return SHARED;
  }

  /** Whom to trust, and where to ask. */
  public Map<String, String> settings() {
    return Map.of(
        "hub.trust.roots", folder.resolve("root.pem").toString(),
        "hub.trust.revocation[0].issuer", folder.resolve("root.pem").toString(),
        "hub.trust.revocation[0].crl", folder.resolve("root.crl").toUri().toString());
  }

  /** The settings of the hub's receipts and files, by a key that the authority certified. */
  public Map<String, String> signing() {
    DemoCard hub = card("CN=Hub", now);
    write("hub.pem", hub.certificate(), root.certificate());
    write("hub.key", hub.key());
    String certificate = folder.resolve("hub.pem").toString();
    String key = folder.resolve("hub.key").toString();
    return Map.of(
        "hub.receipt.certificate", certificate,
        "hub.receipt.key", key,
        "hub.delivery.certificate", certificate,
        "hub.delivery.key", key);
  }

  /** A new card, good from a day before {@code from}. */
  public DemoCard card(String subject, Instant from) {
    X509Certificate certificate =
        root.issue(
            CertificateRequest.of(
                    subject,
                    CARD_KEYS.getPublic(),
                    from.minus(Duration.ofDays(1)),
                    from.plus(Duration.ofDays(1000)))
                .keyUsage(KeyUsage.digitalSignature));
    return new DemoCard(List.of(certificate), CARD_KEYS.getPrivate());
  }

  /** A new certificate to encrypt to, good from a day before {@code from}. */
  public X509Certificate encryption(String subject, Instant from) {
    return root.issue(
        CertificateRequest.of(
                subject,
                CARD_KEYS.getPublic(),
                from.minus(Duration.ofDays(1)),
                from.plus(Duration.ofDays(1000)))
            .keyUsage(KeyUsage.keyEncipherment));
  }

  /** From now on its list names this one. */
  public void revoke(X509Certificate certificate) {
    revoked.add(certificate);
    writeList();
  }

  private void writeList() {
    write(
        "root.crl",
        root.crl(
            now.minusSeconds(60),
            now.plus(LONG),
            1 + revoked.size(),
            revoked.toArray(X509Certificate[]::new)));
  }

  private void write(String name, Object... parts) {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      for (Object part : parts) {
        writer.writeObject(
            part instanceof PrivateKey key ? new JcaPKCS8Generator(key, null) : part);
      }
      writer.flush();
      Path file = folder.resolve(name);
      Files.writeString(file, text.toString());
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      file.toFile().deleteOnExit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
