package tw.gov.mocs.hub.client;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** A key with its certificate, made for a test. */
public record Identity(KeyPair keys, X509Certificate certificate) {

  private static final SecureRandom RANDOM = new SecureRandom();

  public static Identity authority(String subject) {
    return new Maker(subject).authority().make(null);
  }

  public Identity issue(String subject) {
    return new Maker(subject).make(this);
  }

  /** How a certificate differs from a good one. */
  public static final class Maker {

    private final X500Name subject;
    private String algorithm = "RSA";
    private int bits = 2048;
    private boolean authority;
    private String hostName = "localhost";
    private int usage = KeyUsage.digitalSignature;
    private Instant until = Instant.now().plus(Duration.ofDays(90));

    public Maker(String subject) {
      this.subject = X500Name.getInstance(new X500Principal(subject).getEncoded());
    }

    public Maker authority() {
      authority = true;
      usage = KeyUsage.keyCertSign;
      return this;
    }

    public Maker ec() {
      algorithm = "EC";
      bits = 256;
      return this;
    }

    public Maker rsaBits(int count) {
      bits = count;
      return this;
    }

    public Maker usage(int bit) {
      usage = bit;
      return this;
    }

    public Maker until(Instant end) {
      until = end;
      return this;
    }

    public Maker hostName(String name) {
      hostName = name;
      return this;
    }

    /** RSA by native code where it runs: the JDK's takes ten times as long without C2. */
    private KeyPair fresh() throws GeneralSecurityException {
      AmazonCorrettoCryptoProvider quick = AmazonCorrettoCryptoProvider.INSTANCE;
      if (algorithm.equals("RSA") && quick.getLoadingError() == null) {
        return ofUsualProvider(fresh(KeyPairGenerator.getInstance(algorithm, quick)));
      }
      return fresh(KeyPairGenerator.getInstance(algorithm));
    }

    private KeyPair fresh(KeyPairGenerator generator) {
      generator.initialize(bits);
      return generator.generateKeyPair();
    }

    private static KeyPair ofUsualProvider(KeyPair keys) throws GeneralSecurityException {
      KeyFactory factory = KeyFactory.getInstance("RSA");
      return new KeyPair(
          factory.generatePublic(new X509EncodedKeySpec(keys.getPublic().getEncoded())),
          factory.generatePrivate(new PKCS8EncodedKeySpec(keys.getPrivate().getEncoded())));
    }

    public Identity make(@Nullable Identity issuer) {
      try {
        KeyPair keys = fresh();
        KeyPair signer = issuer == null ? keys : issuer.keys();
        X500Name name =
            issuer == null
                ? subject
                : X500Name.getInstance(issuer.certificate().getSubjectX500Principal().getEncoded());
        var builder =
            new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(100, RANDOM),
                Date.from(Instant.now().minus(Duration.ofDays(300))),
                Date.from(until),
                subject,
                keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        builder.addExtension(
            Extension.subjectAlternativeName,
            false,
            new GeneralNames(new GeneralName(GeneralName.dNSName, hostName)));
        String signing =
            "SHA256with" + (signer.getPrivate().getAlgorithm().equals("EC") ? "ECDSA" : "RSA");
        return new Identity(
            keys,
            new JcaX509CertificateConverter()
                .getCertificate(
                    builder.build(
                        new JcaContentSignerBuilder(signing).build(signer.getPrivate()))));
      } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
