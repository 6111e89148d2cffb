package tw.gov.mocs.hub.web.login;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.ErrorCode;

/** What the portal thinks of the certificate that a browser presented. */
enum CardVerdict {
  NONE(ErrorCode.CERTIFICATE_MISSING),
  KNOWN(null),
  UNTRUSTED(ErrorCode.CERTIFICATE_UNTRUSTED),
  NOT_IN_FORCE(ErrorCode.CERTIFICATE_NOT_IN_FORCE),
  USE_WRONG(ErrorCode.CERTIFICATE_USE_WRONG),
  WEAK(ErrorCode.CERTIFICATE_WEAK),
  REVOKED(ErrorCode.CERTIFICATE_REVOKED),
  REVOCATION_UNDETERMINED(ErrorCode.REVOCATION_UNDETERMINED),
  NOT_REGISTERED(ErrorCode.CERTIFICATE_NOT_REGISTERED),
  SUSPENDED(ErrorCode.AGENCY_SUSPENDED);

  private final @Nullable ErrorCode refusal;

  CardVerdict(@Nullable ErrorCode refusal) {
    this.refusal = refusal;
  }

  /** The verdict that is this refusal. */
  static CardVerdict of(ErrorCode refusal) {
    return Arrays.stream(values())
        .filter(verdict -> verdict.refusal == refusal)
        .findFirst()
        .orElse(UNTRUSTED);
  }

  /** The verdict of this name in a cookie; none for any other text. */
  static Optional<CardVerdict> named(String name) {
    return Arrays.stream(values()).filter(verdict -> verdict.inCookie().equals(name)).findFirst();
  }

  /** As a cookie and the texts name it, for example {@code not-in-force}. */
  String inCookie() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Why it is refused; an IllegalStateException for the one that is not. */
  ErrorCode refusal() {
    if (refusal == null) {
      throw new IllegalStateException(this + " is no refusal");
    }
    return refusal;
  }
}
