package tw.gov.mocs.hub.shared;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** A moment as a text names it that a person reads and signs: for people and for programs. */
public final class SignedTime {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  private SignedTime() {}

  /** {@code 民國 102/12/30 04:45:12 (2013-12-30T04:45:12+08:00)}, in Taipei. */
  public static String text(Instant moment) {
    ZonedDateTime taipei = moment.truncatedTo(ChronoUnit.SECONDS).atZone(RocDate.TAIPEI);
    return "民國 %s %s (%s)"
        .formatted(
            new RocDate(taipei.toLocalDate()),
            CLOCK.format(taipei),
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(taipei));
  }
}
