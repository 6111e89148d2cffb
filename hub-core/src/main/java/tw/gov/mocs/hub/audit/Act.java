package tw.gov.mocs.hub.audit;

import org.jspecify.annotations.Nullable;

/**
 * One administrative act or transition, for the log. Texts hold no person's data.
 *
 * @param action what was done
 * @param actor by whom
 * @param subject on what, for example {@code APSQ11500001} or {@code agency 301000000A}
 * @param agencyId the agency concerned, if one
 * @param before the state before, if there was one
 * @param after the state after, if there is one
 * @param reason why, where one was given
 */
public record Act(
    AuditAction action,
    Actor actor,
    String subject,
    @Nullable Long agencyId,
    @Nullable String before,
    @Nullable String after,
    @Nullable String reason) {}
