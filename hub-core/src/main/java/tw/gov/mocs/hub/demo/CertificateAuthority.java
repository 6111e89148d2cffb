package tw.gov.mocs.hub.demo;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A certification authority for the demo and the tests: a root or an intermediate with its key. It
 * issues whatever it is asked for, also what must be refused.
 */
public final class CertificateAuthority {

  private final X509Certificate certificate;
  private final KeyPair keys;
  private final List<X509Certificate> path;

  private CertificateAuthority(
      X509Certificate certificate, KeyPair keys, List<X509Certificate> above) {
    this.certificate = certificate;
    this.keys = keys;
    this.path = new ArrayList<>(List.of(certificate));
    this.path.addAll(above);
  }

  /** A root: {@code request} signed with its own key. */
  public static CertificateAuthority root(CertificateRequest request, KeyPair keys) {
    X509Certificate certificate = sign(request, request.subject(), keys);
    return new CertificateAuthority(certificate, keys, List.of());
  }

  /** A root that is in force between two moments. */
  public static CertificateAuthority root(
      String subject, KeyPair keys, Instant notBefore, Instant notAfter) {
    return root(
        CertificateRequest.of(subject, keys.getPublic(), notBefore, notAfter).authority(), keys);
  }

  /** An authority whose certificate and key exist already. */
  public static CertificateAuthority of(
      X509Certificate certificate, PrivateKey key, List<X509Certificate> above) {
    return new CertificateAuthority(
        certificate, new KeyPair(certificate.getPublicKey(), key), above);
  }

  /** An authority certified by this one. */
  public CertificateAuthority intermediate(CertificateRequest request, KeyPair itsKeys) {
    return new CertificateAuthority(issue(request), itsKeys, path);
  }

  /** An authority certified by this one, in force between two moments. */
  public CertificateAuthority intermediate(
      String subject, KeyPair itsKeys, Instant notBefore, Instant notAfter) {
    return intermediate(
        CertificateRequest.of(subject, itsKeys.getPublic(), notBefore, notAfter).authority(),
        itsKeys);
  }

  /** A certificate. */
  public X509Certificate issue(CertificateRequest request) {
    return sign(request, X500Name.getInstance(subjectBytes()), keys);
  }

  /** A cross-certificate: the other authority's name and key, signed by this one. */
  public X509Certificate crossCertify(
      CertificateAuthority other, Instant notBefore, Instant notAfter) {
    return issue(
        CertificateRequest.of(
                other.certificate.getSubjectX500Principal(),
                other.certificate.getPublicKey(),
                notBefore,
                notAfter)
            .authority());
  }

  /** A complete CRL with the issuer's usual algorithm. */
  public X509CRL crl(
      Instant thisUpdate, Instant nextUpdate, long number, X509Certificate... revoked) {
    X509v2CRLBuilder builder =
        new X509v2CRLBuilder(X500Name.getInstance(subjectBytes()), Date.from(thisUpdate));
    builder.setNextUpdate(Date.from(nextUpdate));
    for (X509Certificate each : revoked) {
      builder.addCRLEntry(
          each.getSerialNumber(), Date.from(thisUpdate), CRLReason.cessationOfOperation);
    }
    try {
      builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(number)));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(keys.getPublic()));
      return new JcaX509CRLConverter().getCRL(builder.build(signer(keys.getPrivate(), null)));
    } catch (CertIOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The authority's own certificate. */
  public X509Certificate certificate() {
    return certificate;
  }

  /** The authority's own key. */
  public KeyPair keys() {
    return keys;
  }

  /** From its own certificate to the root, both included. */
  public List<X509Certificate> path() {
    return List.copyOf(path);
  }

  /** A leaf with the certificates up to the root, which is left out. */
  public List<X509Certificate> chainOf(X509Certificate leaf) {
    List<X509Certificate> chain = new ArrayList<>(List.of(leaf));
    chain.addAll(path.subList(0, path.size() - 1));
    return List.copyOf(chain);
  }

  private byte[] subjectBytes() {
    return certificate.getSubjectX500Principal().getEncoded();
  }

  private static X509Certificate sign(
      CertificateRequest request, X500Name issuer, KeyPair issuerKeys) {
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            issuer,
            request.serial(),
            Date.from(request.notBefore()),
            Date.from(request.notAfter()),
            request.subject(),
            request.key());
    try {
      for (Extension extension : request.extensions().values()) {
        builder.addExtension(extension);
      }
      if (request.keyIdentifiers()) {
        JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
        builder.addExtension(
            Extension.subjectKeyIdentifier,
            false,
            identifiers.createSubjectKeyIdentifier(request.key()));
        builder.addExtension(
            Extension.authorityKeyIdentifier,
            false,
            identifiers.createAuthorityKeyIdentifier(issuerKeys.getPublic()));
      }
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(signer(issuerKeys.getPrivate(), request.signatureAlgorithm())));
    } catch (CertIOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ContentSigner signer(PrivateKey key, @Nullable String algorithm) {
    String name = algorithm == null ? usual(key) : algorithm;
    JcaContentSignerBuilder builder = new JcaContentSignerBuilder(name);
    if (!name.equals("SHA256withRSA")) {
      // What every JVM or native code knows it also does faster.
      builder.setProvider(KeyPairs.BOUNCY_CASTLE);
    } else if (KeyPairs.QUICK != null) {
      builder.setProvider(KeyPairs.QUICK);
    }
    try {
      return builder.build(key);
    } catch (OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String usual(PrivateKey key) {
    return switch (key.getAlgorithm()) {
      case "RSA" -> "SHA256withRSA";
      case "RSASSA-PSS" -> "SHA256withRSAandMGF1";
      case "EC", "ECDSA" -> "SHA256withECDSA";
      default -> throw new IllegalArgumentException("no signature for " + key.getAlgorithm());
    };
  }
}
