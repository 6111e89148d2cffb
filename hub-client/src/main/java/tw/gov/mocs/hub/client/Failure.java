package tw.gov.mocs.hub.client;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Each way in which a call fails without a fault of the hub; texts in {@code failures*}. */
public enum Failure {
  OPTION_MISSING(Kind.USAGE),
  PURPOSE_MISSING(Kind.USAGE),
  OPTION_INVALID(Kind.USAGE),
  SETTING_MISSING(Kind.USAGE),
  SERVICE_INVALID(Kind.USAGE),
  DATE_INVALID(Kind.USAGE),
  INPUT_EMPTY(Kind.USAGE),
  CHARACTER_FORBIDDEN(Kind.USAGE),
  NAME_INVALID(Kind.USAGE),
  DEMO_MISSING(Kind.USAGE),
  FILE_MISSING(Kind.USAGE),
  FILE_UNREADABLE(Kind.USAGE),
  SEEN_FILE_INVALID(Kind.USAGE),
  KEY_UNREADABLE(Kind.USAGE),
  KEY_FORM_OLD(Kind.USAGE),
  KEY_PASSWORD_MISSING(Kind.USAGE),
  KEY_PASSWORD_WRONG(Kind.USAGE),
  KEY_NOT_OF_CERTIFICATE(Kind.USAGE),
  ADDRESS_INVALID(Kind.USAGE),
  PLAIN_HTTP(Kind.USAGE),
  COLUMN_UNKNOWN(Kind.USAGE),
  DECRYPTION_KEY_MISSING(Kind.USAGE),
  DECRYPTION_KEY_OTHER(Kind.USAGE),

  SIGNATURE_MISSING(Kind.VERIFICATION),
  SIGNATURE_STRUCTURE(Kind.VERIFICATION),
  ALGORITHM_FORBIDDEN(Kind.VERIFICATION),
  SIGNED_PARTS_WRONG(Kind.VERIFICATION),
  SIGNATURE_INVALID(Kind.VERIFICATION),
  CONTENT_CHANGED(Kind.VERIFICATION),
  CERTIFICATE_UNTRUSTED(Kind.VERIFICATION),
  SIMULATOR_ANSWERED(Kind.VERIFICATION),
  SANDBOX_ANSWERED(Kind.VERIFICATION),
  CERTIFICATE_NOT_IN_FORCE(Kind.VERIFICATION),
  CERTIFICATE_WEAK(Kind.VERIFICATION),
  TIMESTAMP_INVALID(Kind.VERIFICATION),
  TIMESTAMP_STALE(Kind.VERIFICATION),
  TIMESTAMP_AHEAD(Kind.VERIFICATION),
  REQUEST_DIGEST_WRONG(Kind.VERIFICATION),
  REQUEST_ID_WRONG(Kind.VERIFICATION),
  DECRYPTION_FAILED(Kind.VERIFICATION),
  ANSWER_NOT_OF_CONTRACT(Kind.VERIFICATION),
  CHECKPOINT_CONTRADICTS(Kind.VERIFICATION),
  CHECKPOINT_LOWER(Kind.VERIFICATION),

  GRANT_UNUSABLE(Kind.GRANT),
  ADDRESS_NOT_GRANTED(Kind.GRANT),

  HOST_UNKNOWN(Kind.TRANSPORT),
  UNREACHABLE(Kind.TRANSPORT),
  CONNECT_TIMED_OUT(Kind.TRANSPORT),
  TLS_UNTRUSTED(Kind.TRANSPORT),
  TLS_NAME_MISMATCH(Kind.TRANSPORT),
  TLS_NOT_IN_FORCE(Kind.TRANSPORT),
  TLS_FAILED(Kind.TRANSPORT),
  PROXY_REFUSED(Kind.TRANSPORT),
  CONNECTION_BROKEN(Kind.TRANSPORT),
  HTTPS_EXPECTED(Kind.TRANSPORT),
  TIMED_OUT(Kind.TRANSPORT),
  ANSWER_CUT_OFF(Kind.TRANSPORT),
  ANSWER_UNFINISHED(Kind.TRANSPORT),
  ANSWER_TOO_LARGE(Kind.TRANSPORT),
  GATEWAY_ANSWERED(Kind.TRANSPORT),
  REDIRECTED(Kind.TRANSPORT),
  ANSWER_NOT_SOAP(Kind.TRANSPORT),
  INTERRUPTED(Kind.TRANSPORT);

  private static final String BUNDLE = "tw.gov.mocs.hub.client.failures";

  private final Kind kind;

  Failure(Kind kind) {
    this.kind = kind;
  }

  /** What the caller gave, what the answer proved, the way between, or what was granted. */
  public Kind kind() {
    return kind;
  }

  String message(Locale locale, List<String> told) {
    return text(name(), locale, told);
  }

  static String text(String key, Locale locale, List<String> told) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return MessageFormat.format(bundle.getString(key), told.toArray());
  }

  /** Where a call failed. */
  public enum Kind {
    USAGE(2),
    VERIFICATION(3),
    TRANSPORT(4),
    GRANT(5);

    private final int exitCode;

    Kind(int exitCode) {
      this.exitCode = exitCode;
    }

    /** The exit status of a command. */
    public int exitCode() {
      return exitCode;
    }
  }
}
