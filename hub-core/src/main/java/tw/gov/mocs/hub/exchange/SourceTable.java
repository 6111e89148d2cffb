package tw.gov.mocs.hub.exchange;

import java.util.Locale;
import java.util.Map;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * A table of the source as its database describes it.
 *
 * @param columns by the upper-case form of their names, as the catalogue writes them
 * @param missed is told when a column is missed: it may be there again when the source is asked
 */
record SourceTable(
    QuotedIdentifier schema,
    QuotedIdentifier name,
    Map<String, SourceColumn> columns,
    Runnable missed) {

  SourceTable {
    columns = Map.copyOf(columns);
  }

  /** The column of this name; throws SOURCE_DRIFT when it is gone. */
  SourceColumn column(String columnName) {
    SourceColumn column = columns.get(columnName.toUpperCase(Locale.ROOT));
    if (column == null) {
      missed.run();
      throw new HubException(
          ErrorCode.SOURCE_DRIFT, "the source has no column %s.%s".formatted(name, columnName));
    }
    return column;
  }
}
