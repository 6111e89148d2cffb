package tw.gov.mocs.hub.audit;

/**
 * An agency whose calls or acts somebody looks for.
 *
 * @param id by which the log finds them
 * @param code 機關代碼, by which the log says which agency was looked for
 */
public record SoughtAgency(long id, String code) {}
