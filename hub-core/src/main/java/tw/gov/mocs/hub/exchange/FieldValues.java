package tw.gov.mocs.hub.exchange;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tw.gov.mocs.hub.catalogue.DataClass;
import tw.gov.mocs.hub.catalogue.Field;

/** Reads values of the wire strictly by the type of their field. */
final class FieldValues {

  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,40}");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:[0-9]{1,40}(?:\\.[0-9]{0,40})?|\\.[0-9]{1,40})");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?"
              + "(?:Z|[+-][0-9]{2}:[0-9]{2})");

  private FieldValues() {}

  /** The value as what its column is compared with; empty if it does not fit the field. */
  static Optional<Object> read(Field field, String text) {
    try {
      return switch (field.type()) {
        case STRING, CODE -> string(field, text);
        case INTEGER -> integer(field, text.strip());
        case DECIMAL -> decimal(field, text.strip());
        case DATE -> date(text.strip());
        case TIMESTAMP -> timestamp(text.strip());
      };
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Object> string(Field field, String text) {
    // Identity numbers are written in capitals without blanks; nothing else may be guessed.
    String value =
        field.dataClass() == DataClass.IDENTIFIER ? text.strip().toUpperCase(Locale.ROOT) : text;
    boolean fits =
        !value.isEmpty()
            && value.codePoints().allMatch(XmlText::isAllowed)
            && (field.length() == null
                || value.codePointCount(0, value.length()) <= field.length());
    return fits ? Optional.of(value) : Optional.empty();
  }

  private static Optional<Object> integer(Field field, String text) {
    if (!INTEGER.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(text);
    int digits = field.length() == null ? 18 : Math.min(field.length(), 18);
    return digits(value) <= digits ? Optional.of(value.longValueExact()) : Optional.empty();
  }

  private static Optional<Object> decimal(Field field, String text) {
    if (!DECIMAL.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(text).stripTrailingZeros();
    int scale = field.scale() == null ? 0 : field.scale();
    boolean fits =
        value.scale() <= scale
            && (field.length() == null || digits(value) <= field.length() - scale);
    return fits ? Optional.of(value.setScale(Math.max(0, value.scale()))) : Optional.empty();
  }

  /** How many digits stand before the point; a leading zero is none. */
  private static int digits(BigDecimal value) {
    return value.signum() == 0 ? 0 : Math.max(0, value.precision() - value.scale());
  }

  private static Optional<Object> date(String text) {
    // ISO_LOCAL_DATE resolves strictly: 2026-02-30 is refused. There is no year 0 in XSD 1.0.
    return DATE.matcher(text).matches() && !text.startsWith("0000")
        ? Optional.of(LocalDate.parse(text))
        : Optional.empty();
  }

  private static Optional<Object> timestamp(String text) {
    if (!TIMESTAMP.matcher(text).matches() || text.startsWith("0000")) {
      return Optional.empty();
    }
    Instant instant =
        OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME).toInstant();
    return Optional.of(instant);
  }
}
