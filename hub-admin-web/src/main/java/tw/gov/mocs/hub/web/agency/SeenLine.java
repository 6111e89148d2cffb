package tw.gov.mocs.hub.web.agency;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.agency.SeenCertificate;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.web.certificate.ShownCertificate;

/**
 * An unregistered certificate as the pages of the administration show it.
 *
 * @param seen what is known of it
 * @param shown what it says
 * @param uses for what it was shown
 * @param fault why it cannot be relied upon now; null if it can
 */
record SeenLine(
    SeenCertificate seen,
    ShownCertificate shown,
    List<CertificateUse> uses,
    @Nullable ErrorCode fault) {

  /** How the OID that it names stands to the agencies. */
  public OidOwner owner() {
    return OidOwner.of(seen);
  }
}
