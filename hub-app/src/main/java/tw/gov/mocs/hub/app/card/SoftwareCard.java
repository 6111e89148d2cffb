package tw.gov.mocs.hub.app.card;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.operator.OperatorCreationException;
import tw.gov.mocs.hub.demo.DemoPki;

/** A card made of files. Guarantee: a certificate that no demo made is refused. */
final class SoftwareCard {

  private final CardFiles files;
  private final CardFiles.Pair pair;
  private final CardPin pin;

  SoftwareCard(DemoPki.Identity identity, CardPin pin) {
    this.files = new CardFiles(identity);
    this.pair = files.read();
    this.pin = pin;
    if (!isOfADemo(certificate())) {
      throw CardFiles.unusable(
          identity.certificate(),
          "its certificate is not marked as a demo's (policy "
              + DemoPki.MARKER_POLICY
              + "); the card agent signs with no other",
          null);
    }
  }

  X509Certificate certificate() {
    return pair.chain().get(0);
  }

  List<X509Certificate> chain() {
    return pair.chain();
  }

  String subject() {
    return certificate().getSubjectX500Principal().toString();
  }

  /** The serialNumber of its holder's name, else nothing. */
  String number() {
    RDN[] found =
        X500Name.getInstance(certificate().getSubjectX500Principal().getEncoded())
            .getRDNs(BCStyle.SERIALNUMBER);
    return found.length == 0 ? "" : IETFUtils.valueToString(found[0].getFirst().getValue());
  }

  void requireThere() {
    if (!files.areThere()) {
      throw new CardException(RetCode.NO_CARD);
    }
  }

  /** A CMS SignedData (RFC 5652), DER, that holds what was signed. */
  byte[] sign(TbsPackage tbs) {
    requireThere();
    pin.require(tbs.pin());
    try {
      return new CmsSigner(pair, tbs.withCardNumber() ? number() : "").sign(tbs);
    } catch (CMSException | OperatorCreationException | CertificateEncodingException e) {
      throw new CardException(RetCode.SIGNING_FAILED);
    } catch (IOException e) {
      throw new CardException(RetCode.SIGNING_FAILED);
    }
  }

  private static boolean isOfADemo(X509Certificate certificate) {
    try {
      CertificatePolicies policies =
          CertificatePolicies.fromExtensions(
              new JcaX509CertificateHolder(certificate).getExtensions());
      return policies != null
          && policies.getPolicyInformation(new ASN1ObjectIdentifier(DemoPki.MARKER_POLICY)) != null;
    } catch (CertificateEncodingException | IllegalArgumentException e) {
      return false;
    }
  }
}
