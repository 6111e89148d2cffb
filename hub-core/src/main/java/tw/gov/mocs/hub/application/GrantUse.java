package tw.gov.mocs.hub.application;

import tw.gov.mocs.hub.audit.ApplicationUse;

/**
 * A grant with what was used of it.
 *
 * @param grant the grant
 * @param status as it counts today: EXPIRED once its period is over, unless it was revoked
 * @param used served calls and their rows
 * @param callsLeft of today's quota
 * @param rowsLeft of today's quota
 * @param daysLeft of its period, today included; 0 once it is over
 */
public record GrantUse(
    Grant grant,
    GrantStatus status,
    ApplicationUse used,
    int callsLeft,
    long rowsLeft,
    long daysLeft) {}
