package tw.gov.mocs.hub.exchange;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tw.gov.mocs.hub.shared.RocDate;

/**
 * A column of the source as its database describes it.
 *
 * @param name as it really stands there
 * @param kind how its values are compared and read
 */
record SourceColumn(QuotedIdentifier name, Kind kind) {

  /** Years of which every database knows all days: Oracle binds none after 9999. */
  private static final LocalDateTime FIRST = LocalDateTime.of(1, 1, 1, 0, 0);

  private static final LocalDateTime LAST = LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000);

  /** Few, so that few statements differ in them; no CHAR of Oracle is longer than the last. */
  private static final int[] CHAR_LENGTHS = {32, 256, 2000};

  /** What JDBC has to be asked for. */
  enum Kind {
    TEXT,
    /** Of a fixed length, filled with blanks that are not part of the value. */
    PADDED_TEXT,
    NUMBER,
    DAY,
    /** Without a zone; read as Asia/Taipei. */
    LOCAL_TIME,
    ZONED_TIME
  }

  /** From the DATA_TYPE and TYPE_NAME of {@code DatabaseMetaData.getColumns}. */
  static Kind kind(int jdbcType, String typeName) {
    String type = typeName.toUpperCase(Locale.ROOT);
    return switch (jdbcType) {
      case Types.CHAR, Types.NCHAR -> Kind.PADDED_TEXT;
      case Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.NUMERIC,
          Types.DECIMAL,
          Types.REAL,
          Types.FLOAT,
          Types.DOUBLE ->
          Kind.NUMBER;
      case Types.DATE -> Kind.DAY;
      // PostgreSQL calls both kinds TIMESTAMP and differs in the name only.
      case Types.TIMESTAMP ->
          type.equals("TIMESTAMPTZ") || type.contains("WITH TIME ZONE")
              ? Kind.ZONED_TIME
              : Kind.LOCAL_TIME;
      // The last two are Oracle's own numbers for TIMESTAMP WITH (LOCAL) TIME ZONE.
      case Types.TIMESTAMP_WITH_TIMEZONE, -101, -102 -> Kind.ZONED_TIME;
      default -> Kind.TEXT;
    };
  }

  /** The value as JDBC binds it against this column. */
  Object bound(Object value) {
    if (value instanceof Instant instant) {
      return kind == Kind.ZONED_TIME
          ? known(instant.atOffset(ZoneOffset.UTC).toLocalDateTime()).atOffset(ZoneOffset.UTC)
          : known(instant.atZone(RocDate.TAIPEI).toLocalDateTime());
    }
    if (value instanceof LocalDate day && kind == Kind.LOCAL_TIME) {
      return day.atStartOfDay();
    }
    // A code or a key may stand in a column of numbers, and the other way round.
    if (value instanceof String text && kind == Kind.NUMBER) {
      return new BigDecimal(text);
    }
    if (value instanceof Number && (kind == Kind.TEXT || kind == Kind.PADDED_TEXT)) {
      return value.toString();
    }
    return value;
  }

  private static LocalDateTime known(LocalDateTime time) {
    if (time.isBefore(FIRST)) {
      return FIRST;
    }
    return time.isAfter(LAST) ? LAST : time;
  }

  /**
   * How long a CHAR must be to be compared with this column and hold each of these values whole,
   * counted in bytes as Oracle does; 0 if they are compared as they are.
   */
  int charLength(List<Object> bound) {
    if (kind != Kind.PADDED_TEXT) {
      return 0;
    }
    int longest =
        bound.stream()
            .mapToInt(value -> value.toString().getBytes(StandardCharsets.UTF_8).length)
            .max()
            .orElse(0);
    return IntStream.of(CHAR_LENGTHS).filter(length -> length >= longest).findFirst().orElse(0);
  }
}
