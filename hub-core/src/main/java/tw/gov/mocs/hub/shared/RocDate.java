package tw.gov.mocs.hub.shared;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.chrono.MinguoDate;
import java.time.temporal.ChronoField;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day as people in Taiwan write it, {@code 102/12/26} (民國). It exists only at the edges: inside
 * the hub a day is a {@link LocalDate} and a moment an {@link Instant}.
 */
public record RocDate(LocalDate day) {

  /** Where "today" is decided: periods, quotas, ROC years and reports. */
  public static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

  private static final Pattern FORM = Pattern.compile("(\\d{1,3})/(\\d{1,2})/(\\d{1,2})");

  /** Refuses days before ROC 1 (1912-01-01). */
  public RocDate {
    requireNonNull(day, "day");
    if (day.getYear() < 1912) {
      throw new DateTimeException("before the first ROC year: " + day);
    }
  }

  /**
   * Reads {@code yyy/mm/dd}, strictly.
   *
   * @throws DateTimeException for any other form and for a day that does not exist
   */
  public static RocDate parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new DateTimeException("not of the form yyy/mm/dd");
    }
    int year = Integer.parseInt(matcher.group(1));
    if (year == 0) {
      throw new DateTimeException("there is no ROC year 0");
    }
    int month = Integer.parseInt(matcher.group(2));
    int day = Integer.parseInt(matcher.group(3));
    return new RocDate(LocalDate.from(MinguoDate.of(year, month, day)));
  }

  /** Whether a text looks like {@code yyy/mm/dd}, though there may be no such day. */
  public static boolean hasForm(String text) {
    return FORM.matcher(text.strip()).matches();
  }

  /** The ROC year of a moment, by Taipei time: 115 for 2026. */
  public static int yearOf(Instant instant) {
    return MinguoDate.from(instant.atZone(TAIPEI)).get(ChronoField.YEAR_OF_ERA);
  }

  /** The day of a moment, by Taipei time. */
  public static LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, TAIPEI);
  }

  @Override
  public String toString() {
    MinguoDate date = MinguoDate.from(day);
    return "%d/%02d/%02d"
        .formatted(date.get(ChronoField.YEAR_OF_ERA), day.getMonthValue(), day.getDayOfMonth());
  }
}
