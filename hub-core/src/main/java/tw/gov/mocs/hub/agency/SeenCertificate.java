package tw.gov.mocs.hub.agency;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.ProvenKey.Place;
import tw.gov.mocs.hub.trust.CertificateUse;

/**
 * 未登記憑證: one that nobody registered, shown by who has its key. Whose that is, is not known by it.
 *
 * @param certificate the certificate
 * @param thumbprint SHA-256 of its DER form, lower-case hexadecimal
 * @param namedOid the OID of an agency that it names; null if it names none
 * @param agency the agency with that OID; null if there is none
 * @param firstSeenAt when it was shown first
 * @param lastSeenAt and last
 * @param logins how often at a login
 * @param calls how often it signed a call
 * @param lastPlace where it was shown last
 * @param lastAddress from which address
 * @param proposalId the proposal of it that waits; null if there is none
 */
public record SeenCertificate(
    X509Certificate certificate,
    String thumbprint,
    @Nullable String namedOid,
    @Nullable Agency agency,
    Instant firstSeenAt,
    Instant lastSeenAt,
    long logins,
    long calls,
    Place lastPlace,
    String lastAddress,
    @Nullable Long proposalId) {

  /** How often it was shown. */
  public long times() {
    return logins + calls;
  }

  /** For what it was shown. */
  public Set<CertificateUse> uses() {
    Set<CertificateUse> uses = EnumSet.noneOf(CertificateUse.class);
    if (logins > 0) {
      uses.add(CertificateUse.LOGIN);
    }
    if (calls > 0) {
      uses.add(CertificateUse.CALL);
    }
    return uses;
  }

  /** Whether it waits for a second person. */
  public boolean isProposed() {
    return proposalId != null;
  }
}
