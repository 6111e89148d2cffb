package tw.gov.mocs.hub.agency;

import tw.gov.mocs.hub.audit.Actor;

/**
 * What somebody did for an agency in another feature that the same person must not join with
 * confirming its certificates: deciding its applications, starting its deliveries.
 */
public interface EarlierDuties {

  /** Whether this actor may not confirm certificates of the agency (any more). */
  boolean forbidConfirming(long agencyId, Actor actor);

  /** What it is that he did, as a refusal tells it. */
  String act();
}
