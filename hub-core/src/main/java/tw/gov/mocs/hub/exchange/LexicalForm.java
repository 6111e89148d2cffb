package tw.gov.mocs.hub.exchange;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.exchange.SourceColumn.Kind;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;

/**
 * How the values of a column are written for XML Schema: xs:date without zone, xs:dateTime with the
 * offset of Taipei, plain numbers, text with U+FFFD for what XML cannot carry.
 */
interface LexicalForm {

  /** The value of the column in the present row; null for an absent one. */
  @Nullable String read(ResultSet row, int column) throws SQLException;

  /** The form of a field that stands in a column of this kind. */
  static LexicalForm of(Field field, Kind kind) {
    return switch (field.type()) {
      case STRING, CODE -> kind == Kind.PADDED_TEXT ? LexicalForm::unpadded : LexicalForm::text;
      case INTEGER -> (row, column) -> number(row, column, field, 0);
      case DECIMAL -> {
        int scale = field.scale() == null ? 0 : field.scale();
        yield (row, column) -> number(row, column, field, scale);
      }
      case DATE -> (row, column) -> day(row, column, kind, field);
      case TIMESTAMP -> kind == Kind.ZONED_TIME ? LexicalForm::zonedTime : LexicalForm::localTime;
    };
  }

  private static @Nullable String text(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    // Oracle keeps no empty text, so that nothing can mean it elsewhere either.
    return text == null || text.isEmpty() ? null : XmlText.carriable(text);
  }

  private static @Nullable String unpadded(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    if (text == null) {
      return null;
    }
    String value = text.stripTrailing();
    return value.isEmpty() ? null : XmlText.carriable(value);
  }

  private static @Nullable String number(ResultSet row, int column, Field field, int scale)
      throws SQLException {
    BigDecimal value = row.getBigDecimal(column);
    if (value == null) {
      return null;
    }
    try {
      return value.setScale(scale).toPlainString();
    } catch (ArithmeticException e) {
      throw drift(field, e);
    }
  }

  private static @Nullable String day(ResultSet row, int column, Kind kind, Field field)
      throws SQLException {
    LocalDate day;
    if (kind == Kind.LOCAL_TIME) {
      LocalDateTime time = row.getObject(column, LocalDateTime.class);
      day = time == null ? null : time.toLocalDate();
    } else {
      day = row.getObject(column, LocalDate.class);
    }
    if (day == null) {
      return null;
    }
    if (day.getYear() < 1 || day.getYear() > 9999) {
      throw drift(field, null);
    }
    return day.toString();
  }

  private static @Nullable String localTime(ResultSet row, int column) throws SQLException {
    LocalDateTime time = row.getObject(column, LocalDateTime.class);
    return time == null ? null : written(time, offset(time));
  }

  private static @Nullable String zonedTime(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    if (time == null) {
      return null;
    }
    OffsetDateTime taipei = time.atZoneSameInstant(RocDate.TAIPEI).toOffsetDateTime();
    return written(taipei.toLocalDateTime(), taipei.getOffset());
  }

  /** Taipei has been at +08:00 since 1980; before, summer time came and went. */
  private static ZoneOffset offset(LocalDateTime time) {
    return RocDate.TAIPEI.getRules().getOffset(time);
  }

  /** {@code 2026-11-23T08:00:00.5+08:00}: seconds always, a fraction only where there is one. */
  private static String written(LocalDateTime time, ZoneOffset offset) {
    StringBuilder out = new StringBuilder(35).append(time.toLocalDate()).append('T');
    two(out, time.getHour()).append(':');
    two(out, time.getMinute()).append(':');
    two(out, time.getSecond());
    if (time.getNano() != 0) {
      String nanos = Integer.toString(1_000_000_000 + time.getNano());
      int end = nanos.length();
      while (nanos.charAt(end - 1) == '0') {
        end--;
      }
      out.append('.').append(nanos, 1, end);
    }
    return out.append(offset).toString();
  }

  private static StringBuilder two(StringBuilder out, int number) {
    return out.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }

  private static HubException drift(Field field, @Nullable Throwable e) {
    return new HubException(
        ErrorCode.SOURCE_DRIFT,
        "a value of %s does not fit %s".formatted(field.columnName(), field.type()),
        e);
  }
}
