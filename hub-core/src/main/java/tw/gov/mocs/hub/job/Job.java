package tw.gov.mocs.hub.job;

/** What runs by itself. */
public enum Job {
  /** Sends the mail of the outbox. */
  MAIL,
  /** Tells what is about to end. */
  ENDING_NOTICES,
  /** Tells which one-time files are about to be deleted. */
  DELIVERY_NOTICES,
  /** Marks grants that are past their period. */
  GRANT_EXPIRY,
  /** Opens and closes services on the announced day. */
  SERVICE_SWITCHES,
  /** Compares the source with what is registered of it. */
  SOURCE_CHECK,
  /** Deletes uploads that nothing uses. */
  FILE_SWEEP,
  /** Makes one-time files. */
  DELIVERIES,
  /** Deletes one-time files that nobody took in time. */
  DELIVERY_EXPIRY,
  /** Makes checkpoints of the log. */
  CHECKPOINTS,
  /** Makes calls of the log findable. */
  CALL_INDEX,
  /** Makes the persons of the log findable. */
  PERSON_INDEX,
  /** Makes the persons findable whom calls of the log asked for. */
  ASKED_INDEX,
  /** Removes claims whose time is over. */
  FORGETTING,
  /** Archives old records of the log. */
  LOG_ARCHIVE,
  /** Deletes drafts of applications and services that nobody went on with. */
  DRAFT_EXPIRY,
  /** Verifies the log, every night and when an auditor wants it. */
  VERIFICATION,
  /** Fetches revocation lists. */
  REVOCATION_LISTS,
  /** Has OCSP answers asked ahead. */
  OCSP_ANSWERS
}
