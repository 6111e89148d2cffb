package tw.gov.mocs.hub.ws;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;

/** The files of a hub of the tests, and the settings that name them. */
final class HubFiles {

  private HubFiles() {}

  /** Writes them into the folder. */
  static Map<String, String> write(Path folder) {
    Map<String, String> settings = new LinkedHashMap<>();
    String certificate = pem(folder.resolve("hub.crt"), Identity.HUB.certificate());
    String key = pem(folder.resolve("hub.key"), Identity.HUB.key());
    settings.put("hub.ws.port", "0");
    settings.put("hub.ws.tls-certificate", certificate);
    settings.put("hub.ws.tls-key", key);
    settings.put("hub.ws.signing-certificate", certificate);
    settings.put("hub.ws.signing-key", key);
    settings.put("hub.ws.spool-folder", folder.resolve("spool").toString());
    // So that an answer of a few dozen rows already needs a file.
    settings.put("hub.ws.spool.memory-bytes", "16384");
    trust(folder, settings);
    return settings;
  }

  private static void trust(Path folder, Map<String, String> settings) {
    Instant now = Instant.now();
    Instant next = Identity.UNTIL;
    String root = pem(folder.resolve("root.crt"), Identity.ROOT.certificate());
    String issuer = pem(folder.resolve("issuer.crt"), Identity.ISSUER.certificate());
    String silent = pem(folder.resolve("silent.crt"), Identity.SILENT_ISSUER.certificate());
    settings.put("hub.trust.roots", root);
    settings.put("hub.trust.intermediates", issuer + "," + silent);
    settings.put("hub.trust.grace", "24h");
    list(settings, 0, root, folder.resolve("root.crl"), Identity.ROOT.crl(now, next, 1));
    list(
        settings,
        1,
        issuer,
        folder.resolve("issuer.crl"),
        Identity.ISSUER.crl(
            now,
            next,
            1,
            Identity.REVOKED.certificate(),
            Identity.ENCRYPTING_REVOKED.certificate(),
            Identity.ENCRYPTING_REVOKED_LATER.certificate()));
    Instant old = now.minus(Duration.ofDays(3));
    list(
        settings,
        2,
        silent,
        folder.resolve("silent.crl"),
        Identity.SILENT_ISSUER.crl(old, old.plus(Duration.ofDays(1)), 1));
  }

  private static void list(
      Map<String, String> settings, int index, String issuer, Path file, X509CRL crl) {
    try {
      Files.write(file, crl.getEncoded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CRLException e) {
      throw new IllegalStateException(e);
    }
    settings.put("hub.trust.revocation[" + index + "].issuer", issuer);
    settings.put("hub.trust.revocation[" + index + "].crl", file.toUri().toString());
  }

  /** Writes a certificate or a key that only its owner can read. */
  static String pem(Path file, Object content) {
    try {
      StringWriter text = new StringWriter();
      try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
        writer.writeObject(content);
      }
      Files.writeString(file, text.toString());
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      return file.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
