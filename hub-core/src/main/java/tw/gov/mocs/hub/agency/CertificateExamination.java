package tw.gov.mocs.hub.agency;

import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.trust.RevocationEvidence;

/**
 * Whether a certificate can be relied upon now, for all of its uses.
 *
 * @param path from the certificate to the trust anchor; empty if there is a fault
 * @param fault why it cannot, for whichever use; null if it can
 * @param revocation what is known of its revocation; null if there is a fault
 */
public record CertificateExamination(
    List<X509Certificate> path,
    @Nullable ErrorCode fault,
    @Nullable RevocationEvidence revocation) {

  /** Copies the path. */
  public CertificateExamination {
    path = List.copyOf(path);
  }
}
