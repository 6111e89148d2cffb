package tw.gov.mocs.hub.web.sheet;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param title its heading
 * @param width in millimetres, where the format has widths
 * @param value what a row has in it: a Number stays a number, a LocalDate or Instant becomes an ISO
 *     date (with Taipei's offset), null is empty, anything else is text
 */
public record Column<T>(String title, int width, Function<T, @Nullable Object> value) {

  private static final int USUAL = 35;

  /** One of the usual width. */
  public static <T> Column<T> of(String title, Function<T, @Nullable Object> value) {
    return new Column<>(title, USUAL, value);
  }
}
