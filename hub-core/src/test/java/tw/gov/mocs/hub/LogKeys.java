package tw.gov.mocs.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Fresh keys for the log of a test, in files that are deleted with the JVM. */
public final class LogKeys {

  private LogKeys() {}

  /** The settings of a log with keys of its own. */
  public static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    Path folder = folder();
    write(folder, settings);
    settings.put("hub.audit.checkpoint-file", folder.resolve("checkpoints.txt").toString());
    settings.put("hub.audit.identity-hash-keys[0].id", "test");
    settings.put("hub.audit.identity-hash-keys[0].file", TestCore.secretKey().toString());
    settings.put("hub.audit.evidence-keys[0].id", "test");
    settings.put("hub.audit.evidence-keys[0].file", TestCore.secretKey().toString());
    return settings;
  }

  private static void write(Path folder, Map<String, String> settings) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      X500Name name = new X500Name("CN=checkpoint");
      Instant now = Instant.now();
      byte[] certificate =
          new JcaX509CertificateConverter()
              .getCertificate(
                  new JcaX509v3CertificateBuilder(
                          name,
                          BigInteger.ONE,
                          Date.from(now.minus(1, ChronoUnit.DAYS)),
                          Date.from(now.plus(365, ChronoUnit.DAYS)),
                          name,
                          pair.getPublic())
                      .build(
                          new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())))
              .getEncoded();
      settings.put(
          "hub.audit.checkpoint-key",
          pem(folder.resolve("checkpoint.key"), "PRIVATE KEY", pair.getPrivate().getEncoded()));
      settings.put(
          "hub.audit.checkpoint-certificate",
          pem(folder.resolve("checkpoint.crt"), "CERTIFICATE", certificate));
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException("no key can be made", e);
    }
  }

  private static String pem(Path file, String type, byte[] der) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    Files.writeString(
        file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(type, body, type));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    file.toFile().deleteOnExit();
    return file.toString();
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("hub-log");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
