package tw.gov.mocs.hub.agency;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of an account.
 *
 * @param account who it is
 * @param disabled whether it may not log in for the time being
 * @param createdAt since when there is one
 * @param version counts its changes
 * @param closedAt since when it is closed; null for an open one
 */
public record AccountProfile(
    Account account,
    boolean disabled,
    Instant createdAt,
    long version,
    @Nullable Instant closedAt) {}
