package tw.gov.mocs.hub.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.catalogue.Field;

/**
 * What narrows the rows, of a call or of its grant: a field of the catalogue and typed values
 * (String, Long, BigDecimal, LocalDate, Instant), which are always bound, never written into SQL.
 */
sealed interface Condition {

  /** The name of the table that the field is of: an element name may stand in several. */
  String table();

  /** The field compared. */
  Field field();

  /** Equal to any of the values. */
  record AnyOf(String table, Field field, List<Object> values) implements Condition {

    public AnyOf {
      values = List.copyOf(values);
    }
  }

  /** Not below {@code from}, and below {@code to} or, where it is included, not above it. */
  record Between(
      String table, Field field, @Nullable Object from, @Nullable Object to, boolean toIncluded)
      implements Condition {}
}
