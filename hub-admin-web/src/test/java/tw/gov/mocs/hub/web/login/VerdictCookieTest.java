package tw.gov.mocs.hub.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class VerdictCookieTest {

  @ParameterizedTest
  @EnumSource
  void carriesEveryVerdictToAnotherNode(CardVerdict verdict) {
    assertThat(taken(new VerdictCookie(), given(verdict).getValue()))
        .hasValue(RefusedCard.of(verdict));
  }

  @ParameterizedTest
  @EnumSource
  void carriesTheNumberOfAnUnregisteredCard(RefusedCard.Kind kind) {
    RefusedCard card = new RefusedCard(CardVerdict.NOT_REGISTERED, "GCA-0123456789", kind);
    assertThat(taken(new VerdictCookie(), card.inCookie())).hasValue(card);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not-registered.card.",
        "not-registered.card.<b>",
        "not-registered.card.12 34",
        "not-registered.card.01234567890123456789012345678901234567890",
        "not-registered.name.1234",
        "revoked.card.1234"
      })
  void saysNothingWithWhatIsNoNumberOfACard(String value) {
    assertThat(taken(new VerdictCookie(), value)).isEmpty();
  }

  @Test
  void isKeptForAMinuteAndFromScriptsAndOtherHosts() {
    assertThat(given(CardVerdict.NONE))
        .returns(60, Cookie::getMaxAge)
        .returns(true, Cookie::getSecure)
        .returns(true, Cookie::isHttpOnly)
        .returns("/", Cookie::getPath)
        .returns("__Host-card", Cookie::getName);
  }

  @Test
  void isTakenAwayWhenItIsRead() {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setCookies(given(CardVerdict.REVOKED));
    MockHttpServletResponse response = new MockHttpServletResponse();
    new VerdictCookie().take(request, response);
    assertThat(response.getCookie(VerdictCookie.NAME)).returns(0, Cookie::getMaxAge);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "KNOWN", "known.9999999999.", "<b>", "not_registered"})
  void saysNothingThatIsNoVerdict(String value) {
    assertThat(taken(new VerdictCookie(), value)).isEmpty();
  }

  private static Optional<RefusedCard> taken(VerdictCookie node, String value) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setCookies(new Cookie(VerdictCookie.NAME, value));
    return node.take(request, new MockHttpServletResponse());
  }

  private static Cookie given(CardVerdict verdict) {
    MockHttpServletResponse response = new MockHttpServletResponse();
    new VerdictCookie().give(verdict, response);
    return Objects.requireNonNull(response.getCookie(VerdictCookie.NAME));
  }
}
