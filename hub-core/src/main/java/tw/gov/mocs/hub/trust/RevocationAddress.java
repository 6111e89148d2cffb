package tw.gov.mocs.hub.trust;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.Digests;

/**
 * One address where revocation is asked, and what came from there; attempts are this node's since
 * it started.
 *
 * @param kind what is asked there
 * @param issuer whose certificates it is about, RFC 2253 with the names of its parts
 * @param authority thumbprint of the issuer's certificate, where one is named; else null
 * @param address where
 * @param fromSettings whether the settings name it
 * @param issuedAt when the answer held was made; null if there is none
 * @param nextUpdate until when it counts
 * @param entries how many certificates a list revokes; null for a responder
 * @param triedAt when it was asked last; null if not yet
 * @param cameAt when something usable came last
 * @param failedAt when it failed last
 * @param failure why it failed then
 */
public record RevocationAddress(
    Kind kind,
    String issuer,
    @Nullable String authority,
    URI address,
    boolean fromSettings,
    @Nullable Instant issuedAt,
    @Nullable Instant nextUpdate,
    @Nullable Integer entries,
    @Nullable Instant triedAt,
    @Nullable Instant cameAt,
    @Nullable Instant failedAt,
    @Nullable RevocationFailure failure) {

  /** What is asked. */
  public enum Kind {
    /** A list of all that are revoked. */
    CRL,
    /** Whether one certificate is. */
    OCSP
  }

  /** How an address does. */
  public enum State {
    /** Its last answer counts. */
    GOOD,
    /** The last attempt failed; what was answered before still counts. */
    FAILING,
    /** Its last answer is over. */
    OUTDATED,
    /** Nothing ever came. */
    NOTHING
  }

  /** How it does now. */
  public State state(Instant now) {
    if (issuedAt == null || nextUpdate == null) {
      return State.NOTHING;
    }
    // Answers of a responder are about one certificate each: the last one may end at any time.
    if (kind == Kind.CRL && now.isAfter(nextUpdate)) {
      return State.OUTDATED;
    }
    boolean failing = failedAt != null && (cameAt == null || failedAt.isAfter(cameAt));
    return failing ? State.FAILING : State.GOOD;
  }

  /** What names it in an address of ours: hexadecimal digits. */
  public String key() {
    byte[] named = (kind + " " + issuer + " " + address).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Digests.sha256(named)).substring(0, 32);
  }
}
