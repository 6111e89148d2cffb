package tw.gov.mocs.hub.app.card;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * Makes a CMS SignedData (RFC 5652): the content attached, SHA-256, the certificates, and signed
 * attributes contentType, messageDigest and signingTime.
 *
 * @param cardNumber a signed attribute, unless empty
 */
record CmsSigner(CardFiles.Pair pair, String cardNumber) {

  /** As verifiers of government cards read it. */
  static final ASN1ObjectIdentifier CARD_NUMBER = new ASN1ObjectIdentifier("2.16.886.1.100.2.204");

  /** RFC 2985, section 5.5: randomNonce. */
  static final ASN1ObjectIdentifier NONCE = new ASN1ObjectIdentifier("1.2.840.113549.1.9.25.3");

  byte[] sign(TbsPackage tbs)
      throws CMSException, OperatorCreationException, CertificateEncodingException, IOException {
    String algorithm =
        pair.key().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    generator.addSignerInfoGenerator(
        new JcaSimpleSignerInfoGeneratorBuilder()
            .setSignedAttributeGenerator(
                new DefaultSignedAttributeTableGenerator(attributes(tbs.nonce())))
            .build(algorithm, pair.key(), pair.chain().get(0)));
    generator.addCertificates(new JcaCertStore(pair.chain()));
    return generator.generate(new CMSProcessableByteArray(tbs.content()), true).getEncoded("DER");
  }

  /** The generator adds those that RFC 5652 asks for, and the time. */
  private AttributeTable attributes(String nonce) {
    ASN1EncodableVector all = new ASN1EncodableVector();
    if (!cardNumber.isEmpty()) {
      all.add(attribute(CARD_NUMBER, new DERPrintableString(cardNumber)));
    }
    if (!nonce.isEmpty()) {
      all.add(attribute(NONCE, new DERUTF8String(nonce)));
    }
    return new AttributeTable(all);
  }

  private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
    return new Attribute(type, new DERSet(value));
  }
}
