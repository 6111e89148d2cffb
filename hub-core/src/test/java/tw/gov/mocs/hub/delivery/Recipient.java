package tw.gov.mocs.hub.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyUsage;
import tw.gov.mocs.hub.demo.CertificateAuthority;
import tw.gov.mocs.hub.demo.CertificateRequest;
import tw.gov.mocs.hub.demo.KeyPairs;

/** An agency that opens its files with OpenSSL. */
record Recipient(X509Certificate certificate, Path folder) {

  /** A new one. */
  static Recipient make() {
    try {
      Path folder = Files.createTempDirectory("recipient");
      KeyPair keys = KeyPairs.rsa();
      Instant now = Instant.now();
      X509Certificate certificate =
          CertificateAuthority.root(
                  "CN=Cards",
                  KeyPairs.rsa(),
                  now.minus(Duration.ofDays(1)),
                  now.plus(Duration.ofDays(9)))
              .issue(
                  CertificateRequest.of(
                          "CN=Agency", keys.getPublic(), now, now.plus(Duration.ofDays(2)))
                      .keyUsage(KeyUsage.keyEncipherment));
      pem(folder.resolve("key.pem"), "PRIVATE KEY", keys.getPrivate().getEncoded());
      pem(folder.resolve("certificate.pem"), "CERTIFICATE", certificate.getEncoded());
      return new Recipient(certificate, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The signed content.
   *
   * @throws IOException if OpenSSL does not open it
   */
  byte[] open(Path file) throws IOException {
    Path signed = folder.resolve("signed.p7m");
    Path content = folder.resolve("content");
    openssl(
        "-decrypt",
        "-inform",
        "DER",
        "-in",
        file.toString(),
        "-inkey",
        "key.pem",
        "-recip",
        "certificate.pem",
        "-outform",
        "DER",
        "-out",
        signed.toString());
    openssl(
        "-verify",
        "-noverify",
        "-inform",
        "DER",
        "-in",
        signed.toString(),
        "-binary",
        "-out",
        content.toString());
    return Files.readAllBytes(content);
  }

  private void openssl(String... arguments) throws IOException {
    ProcessBuilder command = new ProcessBuilder("openssl", "cms");
    command.command().addAll(Arrays.asList(arguments));
    Process process = command.directory(folder.toFile()).redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(told);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static void pem(Path file, String type, byte[] der) throws IOException {
    Files.write(
        file,
        List.of(
            "-----BEGIN " + type + "-----",
            Base64.getMimeEncoder().encodeToString(der),
            "-----END " + type + "-----"));
  }
}
