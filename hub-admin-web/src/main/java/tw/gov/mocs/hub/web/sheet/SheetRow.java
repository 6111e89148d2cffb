package tw.gov.mocs.hub.web.sheet;

import java.util.List;

/**
 * A row of a table that somebody sent.
 *
 * @param number as a spreadsheet counts it, from 1
 * @param cells its texts from the left; those at its end that are empty may be missing
 */
public record SheetRow(int number, List<String> cells) {

  /** Copies the cells. */
  public SheetRow {
    cells = List.copyOf(cells);
  }

  /** The text of a column, from 0; empty where the row is shorter. */
  public String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }

  boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }
}
