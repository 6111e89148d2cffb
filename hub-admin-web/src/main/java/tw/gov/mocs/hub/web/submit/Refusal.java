package tw.gov.mocs.hub.web.submit;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.ErrorCode;

/** Why a signature was not taken, as step six says it: the applicant can sign again. */
enum Refusal {
  SIGNER_DIFFERS(ErrorCode.SIGNER_DIFFERS),
  SIGNING_EXPIRED(ErrorCode.SIGNING_EXPIRED),
  CHANGED_MEANWHILE(ErrorCode.CHANGED_MEANWHILE),
  INCOMPLETE(ErrorCode.VALUE_INVALID),
  SIGNED_CONTENT_WRONG(ErrorCode.SIGNED_CONTENT_WRONG),
  SIGNATURE_STRUCTURE(ErrorCode.SIGNATURE_STRUCTURE),
  SIGNATURE_INVALID(ErrorCode.SIGNATURE_INVALID),
  ALGORITHM_FORBIDDEN(ErrorCode.ALGORITHM_FORBIDDEN),
  HANDSHAKE_NOT_ALLOWED(ErrorCode.HANDSHAKE_NOT_ALLOWED),
  NO_CERTIFICATE(ErrorCode.CERTIFICATE_MISSING),
  UNSIGNED(ErrorCode.SIGNATURE_MISSING);

  private final ErrorCode code;

  Refusal(ErrorCode code) {
    this.code = code;
  }

  /** The one with this code; empty for what signing again does not mend. */
  static Optional<Refusal> of(ErrorCode code) {
    return Arrays.stream(values()).filter(refusal -> refusal.code == code).findFirst();
  }

  /** The one that an address names; empty for any other text. */
  static Optional<Refusal> named(@Nullable String name) {
    return Arrays.stream(values()).filter(refusal -> refusal.name().equals(name)).findFirst();
  }

  /** The code to tell to whom one asks for help. */
  public String code() {
    return code.code();
  }
}
