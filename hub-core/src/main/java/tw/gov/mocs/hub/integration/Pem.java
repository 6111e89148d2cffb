package tw.gov.mocs.hub.integration;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Base64;
import tw.gov.mocs.hub.shared.KeyFiles;
import tw.gov.mocs.hub.trust.Certificates;

/** Certificates as they are given out (RFC 7468). */
final class Pem {

  private Pem() {}

  /** Written anew from the certificates alone: whatever else stands in the file stays here. */
  static String certificates(Path file) {
    StringBuilder out = new StringBuilder();
    Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    for (X509Certificate certificate : KeyFiles.certificates(file)) {
      out.append("-----BEGIN CERTIFICATE-----\n")
          .append(lines.encodeToString(Certificates.der(certificate)))
          .append("\n-----END CERTIFICATE-----\n");
    }
    return out.toString();
  }
}
