package tw.gov.mocs.hub.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 審核: what one reviewer decided.
 *
 * @param stage the first or the second reviewer's
 * @param outcome APPROVED, PARTLY_APPROVED or REJECTED
 * @param reviewer the name of the actor
 * @param reviewerPrint thumbprint of the card he was logged in with; null where none was kept
 * @param at when
 * @param note 審核說明; "" if none
 * @param terms what the first reviewer grants; null for a rejection, and for a second review, which
 *     confirms the first one's terms or rejects
 */
public record Review(
    Stage stage,
    ApplicationStatus outcome,
    String reviewer,
    @Nullable String reviewerPrint,
    Instant at,
    String note,
    @Nullable GrantTerms terms) {

  /** Whose review it is. */
  public enum Stage {
    /** Of the reviewer who decides each service and field. */
    FIRST,
    /** Of another one, who confirms or rejects what the first decided. */
    SECOND
  }
}
