package tw.gov.mocs.hub.web.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How long ago something was, as a person would say it.
 *
 * @param count how many
 * @param unit of what
 */
record Age(long count, Unit unit) {

  /** What is counted. */
  enum Unit {
    MINUTES,
    HOURS,
    DAYS
  }

  static @Nullable Age of(@Nullable Instant then, Instant now) {
    if (then == null) {
      return null;
    }
    long minutes = Math.max(0, Duration.between(then, now).toMinutes());
    if (minutes < 120) {
      return new Age(minutes, Unit.MINUTES);
    }
    return minutes < 48 * 60
        ? new Age(minutes / 60, Unit.HOURS)
        : new Age(minutes / 1440, Unit.DAYS);
  }

  /** The key of its text, which takes the count. */
  public String key() {
    return "trust.age." + unit.name().toLowerCase(Locale.ROOT);
  }
}
