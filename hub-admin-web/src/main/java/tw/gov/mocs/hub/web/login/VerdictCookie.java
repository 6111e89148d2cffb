package tw.gov.mocs.hub.web.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Carries a verdict from the connector that asks for the card to the portal. Guarantee: nobody but
 * this process makes one, and it is shown once, within a minute.
 */
@Component
final class VerdictCookie {

  // The browser takes a cookie of this prefix from this host only, and only by TLS.
  static final String NAME = "__Host-card";

  static final Duration LIFE = Duration.ofMinutes(1);

  private static final String ALGORITHM = "HmacSHA256";

  private final InstantSource clock;
  private final SecretKeySpec key;

  VerdictCookie(InstantSource clock) {
    this.clock = clock;
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    key = new SecretKeySpec(random, ALGORITHM);
  }

  void give(CardVerdict verdict, HttpServletResponse response) {
    response.addHeader(HttpHeaders.SET_COOKIE, cookie(sealed(verdict), LIFE));
  }

  /** The verdict that the browser brings, and takes it away from it. */
  Optional<CardVerdict> take(HttpServletRequest request, HttpServletResponse response) {
    return Optional.ofNullable(WebUtils.getCookie(request, NAME))
        .flatMap(
            cookie -> {
              response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO));
              response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
              return opened(cookie.getValue());
            });
  }

  private static String cookie(String value, Duration life) {
    return ResponseCookie.from(NAME, value)
        .path("/")
        .maxAge(life)
        .secure(true)
        .httpOnly(true)
        .sameSite("Lax")
        .build()
        .toString();
  }

  String sealed(CardVerdict verdict) {
    String content = verdict.inCookie() + "." + clock.instant().plus(LIFE).getEpochSecond();
    return content + "." + seal(content);
  }

  Optional<CardVerdict> opened(String sealed) {
    String[] parts = sealed.split("\\.", -1);
    if (parts.length != 3 || !isSeal(parts[2], parts[0] + "." + parts[1])) {
      return Optional.empty();
    }
    return clock.instant().getEpochSecond() < Long.parseLong(parts[1])
        ? CardVerdict.named(parts[0])
        : Optional.empty();
  }

  private boolean isSeal(String seal, String content) {
    return MessageDigest.isEqual(
        seal.getBytes(StandardCharsets.UTF_8), seal(content).getBytes(StandardCharsets.UTF_8));
  }

  private String seal(String content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
