package tw.gov.mocs.hub.web.layout;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import org.jspecify.annotations.Nullable;

/** A minute of a day as somebody typed it: {@code 9:30}, also with wide digits and colon. */
public final class ClockTime {

  /** 24:00 is not taken for the begin of the same day. */
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("H:mm").withResolverStyle(ResolverStyle.STRICT);

  private ClockTime() {}

  /** Reads a text; null if it is no such time. */
  public static @Nullable LocalTime read(String typed) {
    try {
      return LocalTime.parse(Normalizer.normalize(typed, Normalizer.Form.NFKC).strip(), FORM);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
