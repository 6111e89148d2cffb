package tw.gov.mocs.hub.web.login;

import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tw.gov.mocs.hub.trust.CertificateAttributes;

/**
 * Why a certificate was refused, with the number by which its agency can have it registered.
 *
 * @param verdict why
 * @param number 憑證卡號, or the serial number of a certificate without one; "" where none is told
 * @param kind which of them it is
 */
record RefusedCard(CardVerdict verdict, String number, Kind kind) {

  /** Which number of a certificate it is. */
  enum Kind {
    CARD,
    SERIAL;

    /** As a cookie and the texts name it. */
    String inCookie() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final String NUMBER = "[0-9A-Za-z-]{1,40}";
  private static final Pattern IN_COOKIE =
      Pattern.compile("([a-z-]+)(?:\\.(card|serial)\\.(" + NUMBER + "))?");

  /** One whose number does not matter. */
  static RefusedCard of(CardVerdict verdict) {
    return new RefusedCard(verdict, "", Kind.CARD);
  }

  /** A good one that nobody has registered. */
  static RefusedCard unregistered(X509Certificate certificate, CertificateAttributes attributes) {
    return attributes
        .cardNumber(certificate)
        .filter(number -> number.matches(NUMBER))
        .map(number -> new RefusedCard(CardVerdict.NOT_REGISTERED, number, Kind.CARD))
        .orElseGet(() -> serial(certificate));
  }

  private static RefusedCard serial(X509Certificate certificate) {
    String serial = certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
    return serial.matches(NUMBER)
        ? new RefusedCard(CardVerdict.NOT_REGISTERED, serial, Kind.SERIAL)
        : of(CardVerdict.NOT_REGISTERED);
  }

  /** What a cookie says; none for any text that {@link #inCookie} does not write. */
  static Optional<RefusedCard> read(String cookie) {
    Matcher parts = IN_COOKIE.matcher(cookie);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Optional<CardVerdict> verdict = CardVerdict.named(parts.group(1));
    if (parts.group(3) == null) {
      return verdict.map(RefusedCard::of);
    }
    Kind kind = parts.group(2).equals(Kind.CARD.inCookie()) ? Kind.CARD : Kind.SERIAL;
    return verdict
        .filter(CardVerdict.NOT_REGISTERED::equals)
        .map(found -> new RefusedCard(found, parts.group(3), kind));
  }

  /** As a cookie says it. */
  String inCookie() {
    return number.isEmpty()
        ? verdict.inCookie()
        : verdict.inCookie() + "." + kind.inCookie() + "." + number;
  }
}
