package tw.gov.mocs.hub.application;

import java.io.IOException;
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
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.shared.KeyFiles;

/**
 * Signs the hub's receipts. Guarantee: each is a CMS SignedData (RFC 5652) that holds its text and
 * the certificates to verify it, so that it needs nothing of the hub.
 */
@Component
class ReceiptSigner {

  private final PrivateKey key;
  private final List<X509Certificate> certificates;

  ReceiptSigner(ReceiptSettings settings) {
    key = KeyFiles.privateKey(settings.key());
    certificates = KeyFiles.certificates(settings.certificate());
  }

  /** The text with its signature, DER. */
  byte[] sign(byte[] text, Instant at) {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
              .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(signedAt(at)))
              .build(
                  new JcaContentSignerBuilder(algorithm(key.getAlgorithm())).build(key),
                  certificates.get(0)));
      generator.addCertificates(new JcaCertStore(certificates));
      return generator.generate(new CMSProcessableByteArray(text), true).getEncoded("DER");
    } catch (CMSException
        | OperatorCreationException
        | CertificateEncodingException
        | IOException e) {
      throw new IllegalStateException("the receipt key does not sign", e);
    }
  }

  private static AttributeTable signedAt(Instant at) {
    Hashtable<ASN1ObjectIdentifier, Attribute> attributes = new Hashtable<>();
    attributes.put(
        CMSAttributes.signingTime,
        new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(at)))));
    return new AttributeTable(attributes);
  }

  private static String algorithm(String key) {
    return key.startsWith("EC") ? "SHA256withECDSA" : "SHA256with" + key;
  }
}
