package tw.gov.mocs.hub.agency;

import java.time.Instant;

/**
 * All that is known of an open account.
 *
 * @param account who it is
 * @param disabled whether it may not log in for the time being
 * @param createdAt since when there is one
 * @param version counts its changes
 */
public record AccountProfile(Account account, boolean disabled, Instant createdAt, long version) {}
