package tw.gov.mocs.hub.ws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** The reading of a message's Timestamp. */
class MessageTimestampTest {

  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T02:00:00Z, 2026-11-23T02:00:00Z",
    "2026-11-23T10:00:00+08:00, 2026-11-23T02:00:00Z",
    "2026-11-23T02:00:00.1Z, 2026-11-23T02:00:00.100Z",
    "2026-11-23T02:00:00.123456789Z, 2026-11-23T02:00:00.123456789Z",
    "2026-11-22T21:30:00.5-04:30, 2026-11-23T02:00:00.500Z"
  })
  void readsFractionsAndOffsets(String text, Instant expected) {
    assertThat(MessageTimestamp.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-23T02:00:00",
        "2026-11-23T02:00:00.1234567890Z",
        "2026-11-23 02:00:00Z",
        "2026-02-30T02:00:00Z",
        "+12026-11-23T02:00:00Z",
        "2026-11-23T02:00Z"
      })
  void refusesOtherForms(String text) {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> MessageTimestamp.parse(text))
        .matches(e -> e.code() == ErrorCode.TIMESTAMP_INVALID);
  }

  private static MessageTimestamp read(String created, String expires) {
    return MessageTimestamp.of(
        SignedMessage.parse(
                "<Timestamp xmlns='%s'><Created>%s</Created><Expires>%s</Expires></Timestamp>"
                    .formatted(Names.WSU, created, expires))
            .getDocumentElement(),
        NOW,
        Duration.ofMinutes(5),
        Duration.ofSeconds(60));
  }

  private static void refuses(ThrowingCallable reading) {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(reading)
        .matches(e -> e.code() == ErrorCode.TIMESTAMP_EXPIRED);
  }

  @Test
  void cutsFarExpires() {
    refuses(() -> read("2026-11-23T01:55:00Z", "2026-11-24T02:00:00Z"));
  }

  @Test
  void keepsNearExpires() {
    refuses(() -> read("2026-11-23T01:59:00Z", "2026-11-23T02:00:00Z"));
  }

  @Test
  void takesOneThatIsAlmostFiveMinutesOld() {
    assertThat(read("2026-11-23T01:55:01Z", "2026-11-23T02:01:00Z").created()).isBefore(NOW);
  }

  @Test
  void takesOneThatIsSixtySecondsAhead() {
    assertThat(read("2026-11-23T02:01:00Z", "2026-11-23T02:05:00Z").created()).isAfter(NOW);
  }
}
