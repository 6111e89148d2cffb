package tw.gov.mocs.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

class PageTokensTest {

  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final TokenContext CONTEXT =
      new TokenContext(7, "APSQ11500001", 1, "SQ_TA_001", List.of("idNo"), "{}");

  private final Path folder;

  PageTokensTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void opensWhatItSealed() throws IOException {
    PageTokens tokens = tokens(NOW, key("a"));
    assertThat(tokens.open(CONTEXT, tokens.seal(CONTEXT, "R-𠮷"))).isEqualTo("R-𠮷");
  }

  @Test
  void refusesTokenWithAnyByteChanged() throws IOException {
    PageTokens tokens = tokens(NOW, key("a"));
    byte[] token = Base64.getUrlDecoder().decode(tokens.seal(CONTEXT, "R1"));
    for (int i = 0; i < token.length; i++) {
      token[i] ^= 1;
      assertCode(tokens, CONTEXT, Base64.getUrlEncoder().encodeToString(token), "INVALID");
      token[i] ^= 1;
    }
  }

  @Test
  void refusesTokenOfAnyOtherContext() throws IOException {
    PageTokens tokens = tokens(NOW, key("a"));
    String token = tokens.seal(CONTEXT, "R1");
    List<TokenContext> others =
        List.of(
            new TokenContext(8, "APSQ11500001", 1, "SQ_TA_001", List.of("idNo"), "{}"),
            new TokenContext(7, "APSQ11500002", 1, "SQ_TA_001", List.of("idNo"), "{}"),
            new TokenContext(7, "APSQ11500001", 2, "SQ_TA_001", List.of("idNo"), "{}"),
            new TokenContext(7, "APSQ11500001", 1, "SQ_TA_002", List.of("idNo"), "{}"),
            new TokenContext(7, "APSQ11500001", 1, "SQ_TA_001", List.of("idNo", "x"), "{}"),
            new TokenContext(7, "APSQ11500001", 1, "SQ_TA_001", List.of("idNo"), "{\"a\":[]}"));
    others.forEach(other -> assertCode(tokens, other, token, "INVALID"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "%%%", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void refusesWhatIsNoToken(String text) throws IOException {
    assertCode(tokens(NOW, key("a")), CONTEXT, text, "INVALID");
  }

  @Test
  void refusesTokenAfterItsValidity() throws IOException {
    Path key = key("a");
    String token = tokens(NOW, key).seal(CONTEXT, "R1");
    assertCode(tokens(NOW.plusSeconds(900), key), CONTEXT, token, "EXPIRED");
  }

  @Test
  void opensTokenOfPastKey() throws IOException {
    Path old = key("a");
    String token = tokens(NOW, old).seal(CONTEXT, "R1");
    assertThat(tokens(NOW, key("b"), old).open(CONTEXT, token)).isEqualTo("R1");
  }

  @Test
  void refusesTokenOfForgottenKey() throws IOException {
    String token = tokens(NOW, key("a")).seal(CONTEXT, "R1");
    assertCode(tokens(NOW, key("b")), CONTEXT, token, "INVALID");
  }

  private static void assertCode(
      PageTokens tokens, TokenContext context, String token, String ending) {
    assertThatThrownBy(() -> tokens.open(context, token))
        .isInstanceOfSatisfying(
            HubException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.valueOf("PAGE_TOKEN_" + ending)));
  }

  private static PageTokens tokens(Instant now, Path key, Path... past) {
    ExchangeSettings settings =
        new ExchangeSettings(
            1000, 10_000, 5_242_880, 1000, Duration.ofMinutes(15), key, List.of(past));
    return new PageTokens(settings, Clock.fixed(now, ZoneOffset.UTC));
  }

  private Path key(String digit) throws IOException {
    Path file = folder.resolve(digit + ".key");
    Files.writeString(file, digit.repeat(64));
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
