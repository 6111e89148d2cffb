package tw.gov.mocs.hub.audit;

import org.jspecify.annotations.Nullable;

/**
 * That data of a person were given to an agency.
 *
 * @param call the call whose answer held them; where its content was lost, what the index of the
 *     log still knows of it
 * @param purpose 案號或事由, as the agency gave it
 * @param grantVersion the version of the grant that it was decided by
 * @param content whether the record and its persons are still those that were chained
 */
public record Disclosure(
    FoundCall call, @Nullable String purpose, @Nullable Integer grantVersion, Content content) {

  /** What became of the content of a record. */
  public enum Content {
    /** It is what was chained. */
    WHOLE,
    /** It is something else. */
    CHANGED,
    /** It is there no more. */
    LOST
  }
}
