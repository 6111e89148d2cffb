package tw.gov.mocs.hub.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import tw.gov.mocs.hub.shared.RocDate;

/**
 * The days that a list is narrowed to, as typed; both are included.
 *
 * @param from the first one
 * @param to the last one
 */
public record DayRange(RocDay from, RocDay to) {

  /** Reads {@code from} and {@code to} of an address. */
  public static DayRange of(HttpServletRequest request) {
    return new DayRange(
        RocDay.of(request.getParameter("from")), RocDay.of(request.getParameter("to")));
  }

  /** Whether nothing was typed. */
  public boolean isEmpty() {
    return from.typed().isEmpty() && to.typed().isEmpty();
  }

  /** The first moment of the first day; null for none. */
  public @Nullable Instant begin() {
    LocalDate day = from.day();
    return day == null ? null : start(day);
  }

  /**
   * The moment after the last day, but no later than another one.
   *
   * @param begun what comes later moves the pages of a file; null for no such limit
   */
  public @Nullable Instant endBy(@Nullable Instant begun) {
    LocalDate day = to.day();
    Instant end = day == null ? null : start(day.plusDays(1));
    return begun != null && (end == null || begun.isBefore(end)) ? begun : end;
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(RocDate.TAIPEI).toInstant();
  }

  /** What is wrong with them; nothing is found then. */
  public Faults faults(MessageSource messages, Locale locale) {
    Faults faults = new Faults();
    if (from.isUnread()) {
      faults.add("from", messages.getMessage(from.wrong(), from.told(), locale));
    }
    if (to.isUnread()) {
      faults.add("to", messages.getMessage(to.wrong(), to.told(), locale));
    }
    LocalDate first = from.day();
    LocalDate last = to.day();
    if (first != null && last != null && last.isBefore(first)) {
      faults.add("to", messages.getMessage("form.days.order", null, locale));
    }
    return faults;
  }
}
