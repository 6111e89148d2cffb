package tw.gov.mocs.hub.client.open;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cms.KeyTransRecipientId;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.client.InWords;

/**
 * How a person tells a certificate from others. A file names those that it is for by serial number
 * and issuer alone (RFC 5652 §6.2.1); of one that is at hand the rest is known too.
 *
 * @param serial hexadecimal
 * @param subject null where it is not known
 * @param sha256 thumbprint, hexadecimal, as the portal shows it; null where it is not known
 */
record NamedCertificate(
    String serial, String issuer, @Nullable String subject, @Nullable String sha256)
    implements InWords {

  static NamedCertificate of(KeyTransRecipientId recipient) {
    return new NamedCertificate(
        recipient.getSerialNumber().toString(16), readable(recipient.getIssuer()), null, null);
  }

  static NamedCertificate of(X509Certificate certificate) {
    try {
      return new NamedCertificate(
          certificate.getSerialNumber().toString(16),
          readable(X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded())),
          readable(X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded())),
          HexFormat.of().formatHex(Digests.sha256().digest(certificate.getEncoded())));
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read can be written", e);
    }
  }

  /** The nearest first, as RFC 4514; but the JDK would write an agency's number as bytes. */
  private static String readable(X500Name name) {
    List<RDN> parts = Arrays.asList(name.getRDNs());
    Collections.reverse(parts);
    return new X500Name(parts.toArray(RDN[]::new)).toString();
  }

  @Override
  public String text(Locale locale) {
    return subject == null || sha256 == null
        ? OpenFailure.text("CERTIFICATE_OF_FILE", locale, List.of(serial, issuer))
        : OpenFailure.text("CERTIFICATE", locale, List.of(serial, issuer, subject, sha256));
  }
}
