package tw.gov.mocs.hub.application;

import java.time.Instant;
import java.time.LocalDate;

/**
 * 退回補正: one return of an application to its agency.
 *
 * @param round which submission was returned, from 1
 * @param reason what is to be mended
 * @param by the name of the reviewer
 * @param at when
 * @param dueOn the last day on which it should be submitted anew
 * @param was how it had been submitted; its signature is kept
 */
public record SentBack(
    int round, String reason, String by, Instant at, LocalDate dueOn, Submission was) {}
