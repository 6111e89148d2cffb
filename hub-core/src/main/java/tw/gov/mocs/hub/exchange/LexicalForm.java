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

  /** The value of the column in the present row as the driver gives it; null for an absent one. */
  @Nullable Object value(ResultSet row, int column) throws SQLException;

  /**
   * A value of {@link #value}, in any thread.
   *
   * @return null for what says nothing
   * @throws HubException SOURCE_DRIFT if it does not fit the field
   */
  @Nullable String written(Object value);

  /** The value of the column in the present row; null for an absent one. */
  default @Nullable String read(ResultSet row, int column) throws SQLException {
    Object value = value(row, column);
    return value == null ? null : written(value);
  }

  /** The form of a field that stands in a column of this kind. */
  static LexicalForm of(Field field, Kind kind) {
    return switch (field.type()) {
      case STRING, CODE ->
          new Form<>(
              ResultSet::getString,
              kind == Kind.PADDED_TEXT ? LexicalForm::unpadded : LexicalForm::text);
      case INTEGER -> number(field, 0);
      case DECIMAL -> number(field, field.scale() == null ? 0 : field.scale());
      case DATE ->
          kind == Kind.LOCAL_TIME
              ? new Form<>(LexicalForm::time, time -> day(time.toLocalDate(), field))
              : new Form<>(LexicalForm::date, day -> day(day, field));
      case TIMESTAMP ->
          kind == Kind.ZONED_TIME
              ? new Form<>(LexicalForm::instant, LexicalForm::zonedTime)
              : new Form<>(LexicalForm::time, time -> written(time, offset(time)));
    };
  }

  /** Reads the value of a column. */
  interface Reading<T> {
    @Nullable T of(ResultSet row, int column) throws SQLException;
  }

  /** Writes such a value. */
  interface Writing<T> {
    @Nullable String of(T value);
  }

  /** The two together. */
  record Form<T>(Reading<T> reading, Writing<T> writing) implements LexicalForm {

    @Override
    public @Nullable Object value(ResultSet row, int column) throws SQLException {
      return reading.of(row, column);
    }

    // What was read by this form.
    @SuppressWarnings("unchecked")
    @Override
    public @Nullable String written(Object value) {
      return writing.of((T) value);
    }
  }

  private static @Nullable LocalDate date(ResultSet row, int column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  private static @Nullable LocalDateTime time(ResultSet row, int column) throws SQLException {
    return row.getObject(column, LocalDateTime.class);
  }

  private static @Nullable OffsetDateTime instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class);
  }

  private static @Nullable String text(String text) {
    // Oracle keeps no empty text, so that nothing can mean it elsewhere either.
    return text.isEmpty() ? null : XmlText.carriable(text);
  }

  private static @Nullable String unpadded(String text) {
    return text(text.stripTrailing());
  }

  private static LexicalForm number(Field field, int scale) {
    return new Form<>(
        ResultSet::getBigDecimal,
        (BigDecimal value) -> {
          try {
            return value.setScale(scale).toPlainString();
          } catch (ArithmeticException e) {
            throw drift(field, e);
          }
        });
  }

  private static String day(LocalDate day, Field field) {
    if (day.getYear() < 1 || day.getYear() > 9999) {
      throw drift(field, null);
    }
    return day.toString();
  }

  private static String zonedTime(OffsetDateTime time) {
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
