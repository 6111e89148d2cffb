package tw.gov.mocs.hub.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cms.SignerInformation;
import org.jspecify.annotations.Nullable;

/**
 * The keys and signatures that are strong enough: RSA of 2048 to 4096 bits, the named curves P-256
 * and P-384, SHA-256 and longer, PSS included.
 */
public final class AlgorithmLimits {

  private static final Set<ASN1ObjectIdentifier> SIGNATURES =
      Set.of(
          PKCSObjectIdentifiers.sha256WithRSAEncryption,
          PKCSObjectIdentifiers.sha384WithRSAEncryption,
          PKCSObjectIdentifiers.sha512WithRSAEncryption,
          X9ObjectIdentifiers.ecdsa_with_SHA256,
          X9ObjectIdentifiers.ecdsa_with_SHA384,
          X9ObjectIdentifiers.ecdsa_with_SHA512);

  private static final Set<ASN1ObjectIdentifier> DIGESTS =
      Set.of(
          NISTObjectIdentifiers.id_sha256,
          NISTObjectIdentifiers.id_sha384,
          NISTObjectIdentifiers.id_sha512);

  private static final Set<ASN1ObjectIdentifier> CURVES =
      Set.of(SECObjectIdentifiers.secp256r1, SECObjectIdentifiers.secp384r1);

  private AlgorithmLimits() {}

  /** Why this key is too weak, if it is. */
  public static Optional<String> weakKey(PublicKey key) {
    try {
      SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(key.getEncoded());
      ASN1ObjectIdentifier algorithm = info.getAlgorithm().getAlgorithm();
      if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)
          || algorithm.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
        return weakRsa(RSAPublicKey.getInstance(info.parsePublicKey()));
      }
      if (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
        // A curve given by its parameters is refused, whatever it is (CVE-2020-0601).
        return info.getAlgorithm().getParameters() instanceof ASN1ObjectIdentifier curve
                && CURVES.contains(curve)
            ? Optional.empty()
            : Optional.of("a curve other than P-256 and P-384");
      }
      return Optional.of("a key of algorithm " + algorithm);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.of("a key that cannot be read");
    }
  }

  private static Optional<String> weakRsa(RSAPublicKey key) {
    int bits = key.getModulus().bitLength();
    if (bits < 2048 || bits > 4096) {
      return Optional.of("an RSA key of " + bits + " bits");
    }
    BigInteger exponent = key.getPublicExponent();
    return exponent.bitLength() < 2 || exponent.bitLength() > 64 || !exponent.testBit(0)
        ? Optional.of("an RSA key with an unusual exponent")
        : Optional.empty();
  }

  /** Why a certificate's signature is too weak, if it is. */
  static Optional<String> weakSignature(X509Certificate certificate) {
    return weakSignature(certificate.getSigAlgOID(), certificate.getSigAlgParams());
  }

  /** Why a revocation list's signature is too weak, if it is. */
  static Optional<String> weakSignature(X509CRL list) {
    return weakSignature(list.getSigAlgOID(), list.getSigAlgParams());
  }

  /** Why a signature algorithm is too weak, if it is. */
  static Optional<String> weakSignature(AlgorithmIdentifier algorithm) {
    if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
      return weakPss(RSASSAPSSparams.getInstance(algorithm.getParameters()));
    }
    return SIGNATURES.contains(algorithm.getAlgorithm())
        ? Optional.empty()
        : Optional.of("signature algorithm " + algorithm.getAlgorithm());
  }

  /** Why the algorithms of a CMS signer are too weak, if they are. */
  static Optional<String> weakCms(SignerInformation signer) {
    ASN1ObjectIdentifier digest = signer.getDigestAlgorithmID().getAlgorithm();
    if (!DIGESTS.contains(digest)) {
      return Optional.of("digest algorithm " + digest);
    }
    AlgorithmIdentifier signature = signer.toASN1Structure().getDigestEncryptionAlgorithm();
    // RFC 3370 §3.2: PKCS #1 without the digest, which the signer names beside it.
    return signature.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)
        ? Optional.empty()
        : weakSignature(signature);
  }

  private static Optional<String> weakSignature(String oid, byte @Nullable [] parameters) {
    if (!oid.equals(PKCSObjectIdentifiers.id_RSASSA_PSS.getId())) {
      return weakSignature(new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid)));
    }
    return parameters == null
        ? Optional.of("PSS without parameters, which means SHA-1")
        : weakPss(RSASSAPSSparams.getInstance(parameters));
  }

  /** RFC 4055 §3.1: what is left out means SHA-1. */
  private static Optional<String> weakPss(@Nullable RSASSAPSSparams pss) {
    if (pss == null || !DIGESTS.contains(pss.getHashAlgorithm().getAlgorithm())) {
      return Optional.of("PSS with a weak digest");
    }
    AlgorithmIdentifier mask = pss.getMaskGenAlgorithm();
    ASN1ObjectIdentifier maskDigest =
        AlgorithmIdentifier.getInstance(mask.getParameters()).getAlgorithm();
    return DIGESTS.contains(maskDigest)
        ? Optional.empty()
        : Optional.of("PSS with a weak mask digest");
  }
}
