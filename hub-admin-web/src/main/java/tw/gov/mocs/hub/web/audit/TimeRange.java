package tw.gov.mocs.hub.web.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.web.layout.ClockTime;
import tw.gov.mocs.hub.web.layout.DayRange;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.RocDay;

/**
 * From when to when, as typed: days, and minutes of them if somebody needs those.
 *
 * @param from first day
 * @param fromTime minute of the first day as {@code HH:MM}; "" for its begin
 * @param to last day
 * @param toTime last minute of the last day; "" for its end
 */
record TimeRange(RocDay from, String fromTime, RocDay to, String toTime) {

  static TimeRange of(HttpServletRequest request) {
    return new TimeRange(
        RocDay.of(request.getParameter("from")),
        Typed.text(request, "fromTime"),
        RocDay.of(request.getParameter("to")),
        Typed.text(request, "toTime"));
  }

  /** What is wrong with it. */
  Faults faults(MessageSource messages, Locale locale) {
    Faults faults = new DayRange(from, to).faults(messages, locale);
    add(faults, "fromTime", fromTime, from, messages, locale);
    add(faults, "toTime", toTime, to, messages, locale);
    Instant begin = faults.isEmpty() ? begin() : null;
    Instant end = faults.isEmpty() ? end() : null;
    if (begin != null && end != null && !begin.isBefore(end)) {
      faults.add("toTime", messages.getMessage("audit.time.order", null, locale));
    }
    return faults;
  }

  private static void add(
      Faults faults, String id, String typed, RocDay day, MessageSource messages, Locale locale) {
    if (!typed.isEmpty() && ClockTime.read(typed) == null) {
      faults.add(id, messages.getMessage("audit.time.malformed", null, locale));
    } else if (!typed.isEmpty() && day.typed().isEmpty()) {
      faults.add(id, messages.getMessage("audit.time.dayless", null, locale));
    }
  }

  /** The first moment; null for none. */
  @Nullable Instant begin() {
    LocalDate day = from.day();
    LocalTime time = ClockTime.read(fromTime);
    return day == null ? null : moment(day, time == null ? LocalTime.MIN : time);
  }

  /** The moment after the last one; null for none. */
  @Nullable Instant end() {
    LocalDate day = to.day();
    LocalTime time = ClockTime.read(toTime);
    if (day == null) {
      return null;
    }
    return time == null
        ? moment(day.plusDays(1), LocalTime.MIN)
        : moment(day, time).plusSeconds(60);
  }

  /** The same, but no later than now: what comes later moves the pages of a file. */
  @Nullable Instant endBy(@Nullable Instant now) {
    Instant end = end();
    return now != null && (end == null || end.isAfter(now)) ? now : end;
  }

  void addTo(Href href) {
    href.with("from", from.typed())
        .with("fromTime", fromTime)
        .with("to", to.typed())
        .with("toTime", toTime);
  }

  private static Instant moment(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(RocDate.TAIPEI).toInstant();
  }
}
