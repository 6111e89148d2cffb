package tw.gov.mocs.hub.audit;

/**
 * What an application has used, served calls alone.
 *
 * @param today on this Taipei day, which its quota is for
 * @param month on this day and the 29 before it
 */
public record ApplicationUse(QuotaUse today, QuotaUse month) {}
