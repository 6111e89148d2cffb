package tw.gov.mocs.hub.agency;

import org.jspecify.annotations.Nullable;

/**
 * A person who may log in with a card.
 *
 * @param id key in the database
 * @param name how the log names it; never given twice
 * @param displayName how pages name it
 * @param role its one role
 * @param agencyId the agency of an AGENCY_USER, null for all others
 */
public record Account(
    long id, String name, String displayName, Role role, @Nullable Long agencyId) {

  /** An AGENCY_USER has an agency, nobody else has one. */
  public Account {
    if ((role == Role.AGENCY_USER) != (agencyId != null)) {
      throw new IllegalArgumentException("an agency is for an AGENCY_USER alone: " + name);
    }
  }
}
