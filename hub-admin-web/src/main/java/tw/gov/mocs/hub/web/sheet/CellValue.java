package tw.gov.mocs.hub.web.sheet;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.RocDate;

/** A value as a cell holds it. */
record CellValue(Kind kind, String text) {

  /** More digits than these do not survive in a spreadsheet. */
  private static final int DIGITS = 15;

  /** What a spreadsheet tells apart. */
  enum Kind {
    TEXT,
    NUMBER,
    DATE,
    TIME
  }

  static CellValue of(@Nullable Object value) {
    if (value == null) {
      return new CellValue(Kind.TEXT, "");
    }
    if (value instanceof Number) {
      BigDecimal number = new BigDecimal(value.toString());
      boolean exact = number.stripTrailingZeros().precision() <= DIGITS;
      return new CellValue(exact ? Kind.NUMBER : Kind.TEXT, number.toPlainString());
    }
    if (value instanceof LocalDate day) {
      return new CellValue(Kind.DATE, day.toString());
    }
    if (value instanceof Instant moment) {
      String text =
          DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
              moment.truncatedTo(ChronoUnit.SECONDS).atZone(RocDate.TAIPEI));
      return new CellValue(Kind.TIME, text);
    }
    return new CellValue(Kind.TEXT, value.toString());
  }
}
