package tw.gov.mocs.hub.agency;

import java.time.Instant;

/**
 * All that is known of an agency.
 *
 * @param agency what calls need of it
 * @param entry its data
 * @param registeredAt since when it is known
 * @param version counts its changes
 */
public record AgencyProfile(Agency agency, AgencyEntry entry, Instant registeredAt, long version) {}
