package tw.gov.mocs.hub.trust;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import tw.gov.mocs.hub.shared.ErrorCode;

/** Whether a certificate can be relied upon, for one use at one moment. */
public sealed interface TrustDecision {

  /**
   * It can.
   *
   * @param certificate the certificate asked about
   * @param path from the certificate to the trust anchor, both included
   * @param revocation state GOOD, with its evidence
   * @param agencyOid the agency's OID, where the certificate has one
   * @param cardNumber the card number, where the certificate has one
   */
  record Trusted(
      X509Certificate certificate,
      List<X509Certificate> path,
      RevocationEvidence revocation,
      Optional<String> agencyOid,
      Optional<String> cardNumber)
      implements TrustDecision {

    /** Copies the path. */
    public Trusted {
      path = List.copyOf(path);
    }
  }

  /**
   * It cannot.
   *
   * @param code CERTIFICATE_UNTRUSTED, _NOT_IN_FORCE, _USE_WRONG, _WEAK, _REVOKED or
   *     REVOCATION_UNDETERMINED
   * @param reason the true reason, for the log
   */
  record Untrusted(ErrorCode code, String reason) implements TrustDecision {}
}
