package tw.gov.mocs.hub.demo;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import tw.gov.mocs.hub.shared.KeyFiles;

/**
 * A card as software: it signs what it is given, as the agent of a real one does. For the demo and
 * the tests.
 *
 * @param chain its certificate first
 * @param key its private key
 */
public record DemoCard(List<X509Certificate> chain, PrivateKey key) {

  /** Copies the chain. */
  public DemoCard {
    chain = List.copyOf(chain);
  }

  /** The card whose files these are. */
  public static DemoCard of(DemoPki.Identity identity) {
    return new DemoCard(
        KeyFiles.certificates(identity.certificate()), KeyFiles.privateKey(identity.key()));
  }

  /** The certificate on it. */
  public X509Certificate certificate() {
    return chain.get(0);
  }

  /** A CMS SignedData with the text in it and the chain beside it, DER. */
  public byte[] sign(byte[] text) {
    return sign(text, true);
  }

  /** The same, with the text in it or not. */
  public byte[] sign(byte[] text, boolean attached) {
    String algorithm = key.getAlgorithm().startsWith("EC") ? "SHA256withECDSA" : "SHA256withRSA";
    return sign(text, attached, algorithm);
  }

  /** The same with any algorithm that Java knows, also a bad one. */
  public byte[] sign(byte[] text, boolean attached, String algorithm) {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
              .build(new JcaContentSignerBuilder(algorithm).build(key), certificate()));
      generator.addCertificates(new JcaCertStore(chain));
      return generator.generate(new CMSProcessableByteArray(text), attached).getEncoded("DER");
    } catch (CMSException
        | OperatorCreationException
        | CertificateEncodingException
        | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
