package tw.gov.mocs.hub.web.certificate;

import java.io.ByteArrayInputStream;
import java.io.Serializable;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import tw.gov.mocs.hub.agency.CertificateChallenge;
import tw.gov.mocs.hub.trust.CertificateUse;

/**
 * A certificate that was uploaded and whose key is still to be proven; kept in the session.
 *
 * @param nonce names the challenge
 * @param file as it was uploaded
 * @param uses what it shall be used for
 * @param kind what is asked of the key
 * @param text the statement, or what is to be decrypted
 * @param until when the challenge ends
 */
record ProposalDraft(
    String nonce,
    byte[] file,
    List<CertificateUse> uses,
    CertificateChallenge.Kind kind,
    String text,
    Instant until)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  static ProposalDraft of(CertificateChallenge challenge, byte[] file, List<CertificateUse> uses) {
    return new ProposalDraft(
        challenge.nonce(), file, uses, challenge.kind(), challenge.text(), challenge.until());
  }

  /** The proposed certificate: the first of the file, which the core has read before. */
  X509Certificate certificate() {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(file))
              .iterator()
              .next();
    } catch (CertificateException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether the key shall sign; else it shall decrypt. */
  public boolean signs() {
    return kind == CertificateChallenge.Kind.SIGN;
  }

  /** The name of the file with the text. */
  public String textFile() {
    return (signs()
        ? "statement-" + nonce.substring(0, 8) + ".txt"
        : "challenge-" + nonce.substring(0, 8) + ".pem");
  }
}
