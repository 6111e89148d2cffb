package tw.gov.mocs.hub.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictCookieTest {

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final VerdictCookie cookie = new VerdictCookie(() -> now);

  @ParameterizedTest
  @EnumSource
  void carriesEveryVerdict(CardVerdict verdict) {
    assertThat(cookie.opened(cookie.sealed(verdict))).hasValue(verdict);
  }

  @Test
  void isWorthNothingAfterAMinute() {
    String sealed = cookie.sealed(CardVerdict.KNOWN);
    now = now.plus(Duration.ofSeconds(59));
    assertThat(cookie.opened(sealed)).hasValue(CardVerdict.KNOWN);
    now = now.plus(Duration.ofSeconds(1));
    assertThat(cookie.opened(sealed)).isEmpty();
  }

  @Test
  void isWorthNothingWhenChanged() {
    String sealed = cookie.sealed(CardVerdict.NONE);
    assertThat(cookie.opened(sealed.replace("none", "known"))).isEmpty();
    assertThat(cookie.opened(sealed.replaceFirst("\\.\\d", ".9"))).isEmpty();
    assertThat(cookie.opened(sealed + "A")).isEmpty();
  }

  @Test
  void isWorthNothingFromAnotherProcess() {
    String others = new VerdictCookie(() -> now).sealed(CardVerdict.KNOWN);
    assertThat(cookie.opened(others)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "known", "known.9999999999", "known..", "known.9999999999.", "..", "."})
  void isWorthNothingWithoutASeal(String value) {
    assertThat(cookie.opened(value)).isEmpty();
  }
}
