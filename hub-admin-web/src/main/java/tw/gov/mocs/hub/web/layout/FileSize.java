package tw.gov.mocs.hub.web.layout;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** How big a file is, as pages show it. Templates call it {@code @fileSize}. */
@Component("fileSize")
public final class FileSize {

  private static final List<String> UNITS = List.of("KB", "MB", "GB");
  private static final int STEP = 1024;

  /** {@code 512 B}, {@code 1.5 KB}, {@code 12 MB}. */
  public String text(long bytes) {
    if (bytes < STEP) {
      return bytes + " B";
    }
    double size = bytes;
    int unit = -1;
    do {
      size /= STEP;
      unit++;
      // What is shown as 1024 of a unit is 1 of the next.
    } while (size >= STEP - 0.5 && unit < UNITS.size() - 1);
    return String.format(Locale.ROOT, size < 10 ? "%.1f %s" : "%.0f %s", size, UNITS.get(unit));
  }
}
