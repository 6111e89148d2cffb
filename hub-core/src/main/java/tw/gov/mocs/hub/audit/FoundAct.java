package tw.gov.mocs.hub.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One act in the list of an auditor.
 *
 * @param recordId under which the log names it
 * @param actedAt when
 * @param action the name of an {@link AuditAction}
 * @param actor who
 * @param address whence, if over the network
 * @param subject on what
 * @param before the state before
 * @param after the state after
 * @param reason why
 */
public record FoundAct(
    String recordId,
    Instant actedAt,
    String action,
    String actor,
    @Nullable String address,
    String subject,
    @Nullable String before,
    @Nullable String after,
    @Nullable String reason) {}
