package tw.gov.mocs.hub.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the ministry notes of an incident among itself; no agency ever sees it.
 *
 * @param kind what was done
 * @param at when
 * @param by the administrator's account
 * @param assignee of {@link Kind#ASSIGNED}: the account that has it in hand from then on; null for
 *     nobody
 * @param said 內部註記; "" if nothing
 */
public record IncidentNote(
    Kind kind, Instant at, String by, @Nullable String assignee, String said) {

  /** What can be done. */
  public enum Kind {
    /** 內部註記. */
    NOTED,
    /** 指派, or giving it back. */
    ASSIGNED
  }
}
