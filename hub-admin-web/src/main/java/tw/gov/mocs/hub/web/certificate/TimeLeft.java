package tw.gov.mocs.hub.web.certificate;

import java.time.Duration;
import java.time.Instant;

/** How near the end of a certificate is; the agency is warned three times. */
public enum TimeLeft {
  ENOUGH("✓"),
  SOON("⚠"),
  SOONER("⚠"),
  VERY_SOON("⚠"),
  ENDED("✕");

  /** Days before the end from which it is SOON: time to order the next card. */
  static final int SOON_DAYS = 60;

  /** Days from which it is SOONER: time to propose it here. */
  static final int SOONER_DAYS = 30;

  /** Days from which it is VERY_SOON: it must be changed over now. */
  static final int VERY_SOON_DAYS = 7;

  private final String sign;

  TimeLeft(String sign) {
    this.sign = sign;
  }

  /** What is left now of something that ends at a moment. */
  public static TimeLeft until(Instant end, Instant now) {
    long days = Duration.between(now, end).toDays();
    if (!end.isAfter(now)) {
      return ENDED;
    }
    if (days <= VERY_SOON_DAYS) {
      return VERY_SOON;
    }
    if (days <= SOONER_DAYS) {
      return SOONER;
    }
    return days <= SOON_DAYS ? SOON : ENOUGH;
  }

  /** The sign beside the text. */
  public String sign() {
    return sign;
  }
}
