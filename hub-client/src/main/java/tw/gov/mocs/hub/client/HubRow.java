package tw.gov.mocs.hub.client;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One row of an answer. A field that is null in the source, or was not granted, is absent; the
 * contract says which type each field has.
 *
 * @param values element name, for example {@code idNo}, → value in the lexical form of XML Schema,
 *     in the order of the contract; none is null
 */
public record HubRow(Map<String, String> values) {

  /** Copies the values, in their order. */
  public HubRow {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The value as it was written; of a code, the code (its name is in the service SQ_COM_01). */
  public Optional<String> text(String field) {
    return Optional.ofNullable(values.get(field));
  }

  /**
   * A day, by the Gregorian calendar.
   *
   * @throws IllegalArgumentException when the field holds something else
   */
  public Optional<LocalDate> date(String field) {
    return read(field, LocalDate::parse);
  }

  /**
   * A moment, with the offset that the hub wrote.
   *
   * @throws IllegalArgumentException when the field holds something else
   */
  public Optional<OffsetDateTime> time(String field) {
    return read(field, OffsetDateTime::parse);
  }

  /**
   * A number, whole or with a fraction.
   *
   * @throws IllegalArgumentException when the field holds something else
   */
  public Optional<BigDecimal> number(String field) {
    return read(field, BigDecimal::new);
  }

  private <T> Optional<T> read(String field, Function<String, T> reading) {
    try {
      return text(field).map(reading);
    } catch (DateTimeException | NumberFormatException e) {
      // Without the value and the cause, which repeats it: it is personal data.
      throw new IllegalArgumentException("the field " + field + " holds another type");
    }
  }
}
