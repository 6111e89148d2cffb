package tw.gov.mocs.hub.trust;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/**
 * Who may sign an OCSP answer: the issuer, or whom the issuer certified for that (RFC 6960
 * §4.2.2.2).
 */
final class OcspSigner {

  private OcspSigner() {}

  static void require(BasicOCSPResp answer, X509Certificate issuer, Instant now)
      throws RevocationUnknown, GeneralSecurityException, OCSPException, OperatorCreationException {
    Optional<String> weak = AlgorithmLimits.weakSignature(answer.getSignatureAlgorithmID());
    if (weak.isPresent()) {
      throw new RevocationUnknown(RevocationFailure.WEAK, "the answer has " + weak.get());
    }
    if (verifies(answer, issuer.getPublicKey())) {
      return;
    }
    for (X509CertificateHolder holder : Arrays.asList(answer.getCerts())) {
      X509Certificate delegate = new JcaX509CertificateConverter().getCertificate(holder);
      if (isDelegate(delegate, issuer, now) && verifies(answer, delegate.getPublicKey())) {
        return;
      }
    }
    throw new RevocationUnknown(
        RevocationFailure.NOT_SIGNED,
        "neither the issuer nor a responder of its own signed the answer");
  }

  private static boolean verifies(BasicOCSPResp answer, PublicKey key)
      throws OperatorCreationException {
    try {
      return answer.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key));
    } catch (OCSPException e) {
      return false;
    }
  }

  private static boolean isDelegate(X509Certificate delegate, X509Certificate issuer, Instant now)
      throws GeneralSecurityException {
    List<String> purposes = delegate.getExtendedKeyUsage();
    return purposes != null
        && purposes.contains(KeyPurposeId.id_kp_OCSPSigning.getId())
        && delegate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
        && !now.isBefore(delegate.getNotBefore().toInstant())
        && !now.isAfter(delegate.getNotAfter().toInstant())
        && AlgorithmLimits.weakKey(delegate.getPublicKey()).isEmpty()
        && AlgorithmLimits.weakSignature(delegate).isEmpty()
        && isSigned(delegate, issuer);
  }

  private static boolean isSigned(X509Certificate delegate, X509Certificate issuer) {
    try {
      delegate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
