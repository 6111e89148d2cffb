package tw.gov.mocs.hub.trust;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Hashtable;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import tw.gov.mocs.hub.shared.KeyFiles;

/**
 * A key of the hub that makes CMS signatures (RFC 5652 §5), with the certificates to verify them.
 */
public final class CmsSigner {

  private final PrivateKey key;
  private final List<X509Certificate> certificates;

  /**
   * Reads the key.
   *
   * @param certificate PEM file of its certificate, followed by those of its issuers
   * @param key PEM file of the private key
   */
  public CmsSigner(Path certificate, Path key) {
    this.key = KeyFiles.privateKey(key);
    this.certificates = KeyFiles.certificates(certificate);
  }

  /** What signs once, with the time of signing among what is signed. */
  public SignerInfoGenerator at(Instant time) {
    try {
      return new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
          .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(signedAt(time)))
          .build(
              new JcaContentSignerBuilder(algorithm(key.getAlgorithm())).build(key),
              certificates.get(0));
    } catch (OperatorCreationException | CertificateEncodingException e) {
      throw new IllegalStateException("the key does not sign", e);
    }
  }

  /** Its certificate and those of its issuers. */
  public JcaCertStore certificates() {
    try {
      return new JcaCertStore(certificates);
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read can be written", e);
    }
  }

  private static AttributeTable signedAt(Instant time) {
    Hashtable<ASN1ObjectIdentifier, Attribute> attributes = new Hashtable<>();
    attributes.put(
        CMSAttributes.signingTime,
        new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(time)))));
    return new AttributeTable(attributes);
  }

  private static String algorithm(String key) {
    return key.startsWith("EC") ? "SHA256withECDSA" : "SHA256with" + key;
  }
}
