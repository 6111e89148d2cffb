package tw.gov.mocs.hub.application;

import java.util.List;

/**
 * What a one-time file holds of one table, or of one service.
 *
 * @param table its name in the catalogue, or the service's code
 * @param fields element names, in catalogue order
 * @param conditions which rows; all rows when empty
 */
public record ExtractTable(String table, List<String> fields, List<RowCondition> conditions) {

  /** Copies the lists. */
  public ExtractTable {
    fields = List.copyOf(fields);
    conditions = List.copyOf(conditions);
  }
}
