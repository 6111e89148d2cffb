package tw.gov.mocs.hub.audit;

/** What an application has used on a day. */
public record QuotaUse(int calls, long rows) {}
