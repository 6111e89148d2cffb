package tw.gov.mocs.hub.web.trust;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.trust.RevocationAddress;

/**
 * One revocation address in a list.
 *
 * @param address what is known of it
 * @param state how it does now
 * @param age of the answer held; null if there is none
 */
record RevocationLine(RevocationAddress address, RevocationAddress.State state, @Nullable Age age) {

  static List<RevocationLine> of(List<RevocationAddress> all, Instant now) {
    return all.stream()
        .map(one -> new RevocationLine(one, one.state(now), Age.of(one.issuedAt(), now)))
        .toList();
  }

  /** The sign beside the state. */
  public String sign() {
    return switch (state) {
      case GOOD -> "✓";
      case FAILING -> "⚠";
      case OUTDATED -> "⌛";
      case NOTHING -> "○";
    };
  }
}
