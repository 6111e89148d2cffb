package tw.gov.mocs.hub.catalogue;

import java.util.Map;

/** What the ministry has granted of the catalogue, as whoever keeps the grants tells it. */
public interface GrantedFields {

  /** Counts the grants that can still be used, now. */
  Counts count();

  /**
   * How many grants use what.
   *
   * @param tables by name of the table
   * @param fields by {@code TABLE.element}
   * @param conditions by {@code SERVICE.TABLE}: those whose row conditions name a field of a table
   *     that the service joins
   */
  record Counts(Map<String, Long> tables, Map<String, Long> fields, Map<String, Long> conditions) {

    /** Copies the counts. */
    public Counts {
      tables = Map.copyOf(tables);
      fields = Map.copyOf(fields);
      conditions = Map.copyOf(conditions);
    }
  }
}
