package tw.gov.mocs.hub.exchange;

import java.net.InetAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.agency.RegisteredCertificate;
import tw.gov.mocs.hub.trust.TrustDecision;

/**
 * Who calls: the signature of the message held and its certificate is registered.
 *
 * @param agency whose certificate it is
 * @param certificate the registered certificate, with the use CALL
 * @param trust the path and its revocation; untrusted in a refused call alone
 * @param address where the call came from
 * @param signedDigest SHA-256 of the canonical SignedInfo; tells a replay
 * @param signedAt when the message was made: its Created, at most {@link
 *     tw.gov.mocs.hub.audit.Claims#KEPT} ago by every clock of the hub
 * @param requestDigest the digest of the signed Body, as in its Reference
 * @param request the whole message as received, for a service that keeps it; null otherwise
 * @param received when the message arrived
 */
public record Caller(
    Agency agency,
    RegisteredCertificate certificate,
    TrustDecision trust,
    InetAddress address,
    byte[] signedDigest,
    Instant signedAt,
    byte[] requestDigest,
    byte @Nullable [] request,
    Instant received) {}
