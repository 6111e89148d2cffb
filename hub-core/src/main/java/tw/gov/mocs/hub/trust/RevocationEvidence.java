package tw.gov.mocs.hub.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a path's revocation, and from when.
 *
 * @param state the worst state over the certificates of the path
 * @param source where the answer came from, for example {@code CRL http://…}; empty when nowhere
 * @param producedAt when the authority made the answer; null when there is none
 * @param withinGrace whether an outdated good answer was used, within the configured grace
 * @param proofs what the authorities said, for each certificate of the path, from the leaf on
 */
public record RevocationEvidence(
    RevocationState state,
    String source,
    @Nullable Instant producedAt,
    boolean withinGrace,
    List<RevocationProof> proofs) {

  /** Copies the proofs. */
  public RevocationEvidence {
    proofs = List.copyOf(proofs);
  }

  /** Without a proof. */
  public RevocationEvidence(
      RevocationState state, String source, @Nullable Instant producedAt, boolean withinGrace) {
    this(state, source, producedAt, withinGrace, List.of());
  }

  /** The same, with what was said of another certificate before its own proofs. */
  RevocationEvidence after(RevocationEvidence other) {
    return new RevocationEvidence(
        state, source, producedAt, withinGrace, joined(other.proofs, proofs));
  }

  /** The same, with what was said of another certificate behind its own proofs. */
  RevocationEvidence before(RevocationEvidence other) {
    return new RevocationEvidence(
        state, source, producedAt, withinGrace, joined(proofs, other.proofs));
  }

  private static List<RevocationProof> joined(List<RevocationProof> a, List<RevocationProof> b) {
    List<RevocationProof> all = new ArrayList<>(a);
    all.addAll(b);
    return all;
  }
}
