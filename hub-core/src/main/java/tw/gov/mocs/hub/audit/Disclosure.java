package tw.gov.mocs.hub.audit;

import org.jspecify.annotations.Nullable;

/**
 * That data of a person were given to an agency.
 *
 * @param call the call whose answer held them
 * @param purpose 案號或事由, as the agency gave it
 * @param grantVersion the version of the grant that it was decided by
 * @param whole whether the record and its persons are still those that were chained
 */
public record Disclosure(
    FoundCall call, @Nullable String purpose, @Nullable Integer grantVersion, boolean whole) {}
