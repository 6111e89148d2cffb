package tw.gov.mocs.hub.web.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an agency is warned that a certificate ends. */
class TimeLeftTest {

  private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "P400D, ENOUGH",
    "P61D, ENOUGH",
    "P60DT23H, SOON",
    "P31D, SOON",
    "P30D, SOONER",
    "P8D, SOONER",
    "P7D, VERY_SOON",
    "PT1S, VERY_SOON",
    "PT0S, ENDED",
    "-P1D, ENDED"
  })
  void warnsSixtyThirtyAndSevenDaysBefore(Duration left, TimeLeft expected) {
    assertThat(TimeLeft.until(NOW.plus(left), NOW)).isEqualTo(expected);
  }
}
