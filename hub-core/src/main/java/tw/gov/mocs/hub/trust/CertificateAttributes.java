package tw.gov.mocs.hub.trust;

import java.security.cert.X509Certificate;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Attribute;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectDirectoryAttributes;
import org.springframework.stereotype.Component;

/**
 * What a government certificate says of its holder: in Subject Directory Attributes (RFC 5280
 * §4.2.1.8) and in the name. It is worth as much as the certificate is trusted.
 */
@Component
public class CertificateAttributes {

  private final TrustSettings settings;

  CertificateAttributes(TrustSettings settings) {
    this.settings = settings;
  }

  /** The agency's OID. */
  public Optional<String> agencyOid(X509Certificate certificate) {
    return attribute(certificate, settings.agencyOidAttributes());
  }

  /** The card number: the signed attribute, else the serialNumber of the name. */
  public Optional<String> cardNumber(X509Certificate certificate) {
    return attribute(certificate, settings.cardNumberAttributes())
        .or(() -> serialNumber(certificate));
  }

  private static Optional<String> attribute(X509Certificate certificate, List<String> oids) {
    byte[] extension = certificate.getExtensionValue(Extension.subjectDirectoryAttributes.getId());
    if (extension == null) {
      return Optional.empty();
    }
    try {
      SubjectDirectoryAttributes all =
          SubjectDirectoryAttributes.getInstance(
              ASN1OctetString.getInstance(extension).getOctets());
      Enumeration<?> each = all.getAttributes().elements();
      while (each.hasMoreElements()) {
        Attribute attribute = Attribute.getInstance(each.nextElement());
        if (oids.contains(attribute.getAttrType().getId())
            && attribute.getAttrValues().size() == 1) {
          return text(attribute.getAttributeValues()[0]);
        }
      }
    } catch (IllegalArgumentException e) {
      // Not as RFC 5280 has it: then it says nothing.
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<String> serialNumber(X509Certificate certificate) {
    RDN[] found =
        X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded())
            .getRDNs(BCStyle.SERIALNUMBER);
    return found.length == 1 ? text(found[0].getFirst().getValue()) : Optional.empty();
  }

  private static Optional<String> text(ASN1Encodable value) {
    if (value instanceof ASN1ObjectIdentifier oid) {
      return Optional.of(oid.getId());
    }
    return value instanceof ASN1String string ? Optional.of(string.getString()) : Optional.empty();
  }
}
