package tw.gov.mocs.hub.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One act as the log tells it.
 *
 * @param actedAt when
 * @param action which
 * @param actor by whom
 * @param stateBefore the state before, if there was one
 * @param stateAfter the state after, if there is one
 * @param reason why, where one was given
 */
public record ActLine(
    Instant actedAt,
    AuditAction action,
    String actor,
    @Nullable String stateBefore,
    @Nullable String stateAfter,
    @Nullable String reason) {}
