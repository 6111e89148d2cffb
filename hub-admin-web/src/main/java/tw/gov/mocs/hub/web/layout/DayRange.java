package tw.gov.mocs.hub.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.context.MessageSource;

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

  /** Whether each day that was typed is one. */
  public boolean isReadable() {
    return !from.isUnread() && !to.isUnread();
  }

  /** What is wrong with them; nothing is found then. */
  public Faults faults(MessageSource messages, Locale locale) {
    Faults faults = new Faults();
    if (from.isUnread()) {
      faults.add("from", messages.getMessage(from.wrong(), null, locale));
    }
    if (to.isUnread()) {
      faults.add("to", messages.getMessage(to.wrong(), null, locale));
    }
    LocalDate first = from.day();
    LocalDate last = to.day();
    if (first != null && last != null && last.isBefore(first)) {
      faults.add("to", messages.getMessage("form.days.order", null, locale));
    }
    return faults;
  }
}
