package tw.gov.mocs.hub.web.layout;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.RocDate;

/**
 * A day as somebody typed it, {@code 115/12/01}.
 *
 * @param typed the text, shown back as it was; "" for none
 * @param day what it says; null if nothing was typed or it cannot be read
 */
public record RocDay(String typed, @Nullable LocalDate day) {

  /** Reads a text; null is nothing typed. */
  public static RocDay of(@Nullable String typed) {
    if (typed == null || typed.isBlank()) {
      return new RocDay("", null);
    }
    try {
      return new RocDay(typed, RocDate.parse(typed).day());
    } catch (DateTimeException e) {
      return new RocDay(typed, null);
    }
  }

  /** Whether something was typed that is no day. */
  public boolean isUnread() {
    return !typed.isEmpty() && day == null;
  }
}
