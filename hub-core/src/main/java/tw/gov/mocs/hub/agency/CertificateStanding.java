package tw.gov.mocs.hub.agency;

import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.trust.RevocationEvidence;

/**
 * A registered certificate as it stands now.
 *
 * @param registered the certificate with its uses
 * @param daysLeft whole days until it ends; 0 on its last day and after it
 * @param fault why it cannot be relied upon, for whichever of its uses; null if it can
 * @param revocation what is known of its revocation, whence and from when; null if there is a fault
 */
public record CertificateStanding(
    RegisteredCertificate registered,
    long daysLeft,
    @Nullable ErrorCode fault,
    @Nullable RevocationEvidence revocation) {}
