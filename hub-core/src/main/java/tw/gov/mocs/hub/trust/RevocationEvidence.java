package tw.gov.mocs.hub.trust;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a path's revocation, and from when.
 *
 * @param state the worst state over the certificates of the path
 * @param source where the answer came from, for example {@code CRL http://…}; empty when nowhere
 * @param producedAt when the authority made the answer; null when there is none
 * @param withinGrace whether an outdated good answer was used, within the configured grace
 */
public record RevocationEvidence(
    RevocationState state, String source, @Nullable Instant producedAt, boolean withinGrace) {}
