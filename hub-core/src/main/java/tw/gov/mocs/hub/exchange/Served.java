package tw.gov.mocs.hub.exchange;

/**
 * An answer whose record is committed: it may leave the hub.
 *
 * @param recordId its number in the log
 * @param rows how many rows it has
 */
public record Served(String recordId, int rows) {}
