package tw.gov.mocs.hub.exchange;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import tw.gov.mocs.hub.shared.RocDate;

/**
 * A column of the source as its database describes it.
 *
 * @param name as it really stands there
 * @param kind how its values are compared and read
 */
record SourceColumn(QuotedIdentifier name, Kind kind) {

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
          ? instant.atOffset(ZoneOffset.UTC)
          : instant.atZone(RocDate.TAIPEI).toLocalDateTime();
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
}
