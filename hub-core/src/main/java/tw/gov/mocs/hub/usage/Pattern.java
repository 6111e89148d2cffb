package tw.gov.mocs.hub.usage;

/** In what the use of an application on one day is unusual. */
public enum Pattern {
  /** Calls near to what was granted for a day. */
  CALLS,
  /** Rows near to what was granted for a day; of a file more than were estimated. */
  ROWS,
  /** Calls at night. */
  NIGHT,
  /** Many calls within a minute. */
  BURST,
  /** Data of many persons. */
  PERSONS,
  /** Mostly refused, for a reason of the caller. */
  REFUSALS
}
