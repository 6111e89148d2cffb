package tw.gov.mocs.hub.web.sheet;

import java.util.Iterator;
import java.util.List;

/**
 * A table that leaves as a file, row by row: its rows may come straight from the database.
 *
 * @param name what the table is called
 * @param columns from the left
 * @param rows read once
 */
public record Sheet<T>(String name, List<Column<T>> columns, Iterator<T> rows) {

  /** Copies the columns. */
  public Sheet {
    columns = List.copyOf(columns);
  }
}
