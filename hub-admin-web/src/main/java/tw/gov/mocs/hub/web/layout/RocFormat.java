package tw.gov.mocs.hub.web.layout;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.shared.RocDate;

/** Days and moments as pages show them: ROC years, Taipei time. Templates call it {@code @roc}. */
@Component("roc")
public final class RocFormat {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");

  /** {@code 102/12/26}; "" for null, ISO for a day before ROC 1. */
  public String day(@Nullable LocalDate day) {
    if (day == null) {
      return "";
    }
    try {
      return new RocDate(day).toString();
    } catch (DateTimeException e) {
      return day.toString();
    }
  }

  /** {@code 102/12/30}, the day in Taipei. */
  public String dayOf(@Nullable Instant moment) {
    return moment == null ? "" : day(RocDate.dayOf(moment));
  }

  /** {@code 102/12/30 04:45}, in Taipei. */
  public String moment(@Nullable Instant moment) {
    return moment == null ? "" : dayOf(moment) + " " + CLOCK.format(moment.atZone(RocDate.TAIPEI));
  }

  /** {@code 102/12/30 04:45:12}, in Taipei. */
  public String second(@Nullable Instant moment) {
    return moment == null
        ? ""
        : dayOf(moment) + " " + SECONDS.format(moment.atZone(RocDate.TAIPEI));
  }

  /** {@code 2013-12-30T04:45+08:00}, for the {@code datetime} of a time element. */
  public String iso(@Nullable Instant moment) {
    return moment == null
        ? ""
        : moment.atZone(RocDate.TAIPEI).toOffsetDateTime().withSecond(0).withNano(0).toString();
  }
}
