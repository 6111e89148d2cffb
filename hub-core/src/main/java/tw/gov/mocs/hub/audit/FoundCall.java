package tw.gov.mocs.hub.audit;

import org.jspecify.annotations.Nullable;

/**
 * One call in the list of an auditor.
 *
 * @param recordId under which the log and the answer name it
 * @param line what the agency that made it sees of it
 * @param agencyCode whose call
 * @param callerAddress whence it came
 * @param persons how many persons its answer holds
 * @param standing where in it the person stands who was looked for, as the index says; null where
 *     nobody was
 */
public record FoundCall(
    String recordId,
    CallLine line,
    String agencyCode,
    String callerAddress,
    int persons,
    @Nullable Standing standing) {}
