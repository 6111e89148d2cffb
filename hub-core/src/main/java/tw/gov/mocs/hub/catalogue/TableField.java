package tw.gov.mocs.hub.catalogue;

/**
 * A field of one of the tables that a service reads, whether the service offers it or not.
 *
 * @param table the name of the table
 * @param field as the table, or the service that offers it, describes it
 */
public record TableField(String table, Field field) {}
