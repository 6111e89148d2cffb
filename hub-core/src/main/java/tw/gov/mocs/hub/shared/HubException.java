package tw.gov.mocs.hub.shared;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The one typed error of the hub. It is rendered only at the edges (SOAP fault, error page, command
 * line); inside, it is thrown and logged.
 */
public final class HubException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final List<String> told;
  private final @Nullable String recordId;

  /**
   * A refusal or failure.
   *
   * @param code what is answered
   * @param detail the true reason, in English, for the log only; never holds a person's data. It is
   *     kept on one line of 1,000 characters, and hidden if it may hold an identity number
   * @param told what the message of {@code code} may name to the caller ({0}, {1} …)
   */
  public HubException(ErrorCode code, String detail, String... told) {
    this(code, detail, null, told);
  }

  /** The same with the exception that led to it. */
  public HubException(ErrorCode code, String detail, @Nullable Throwable cause, String... told) {
    this(code, detail, cause, List.of(told), null);
  }

  private HubException(
      ErrorCode code,
      String detail,
      @Nullable Throwable cause,
      List<String> told,
      @Nullable String recordId) {
    super(LogDetail.of(detail), cause);
    this.code = requireNonNull(code, "code");
    this.told = told;
    this.recordId = recordId;
  }

  /** The same refusal, now that it stands in the log under this record id. */
  public HubException recordedAs(String id) {
    return new HubException(code, detail(), this, told, id);
  }

  /** Under which record id it stands in the log; null while it does not, or is only counted. */
  public @Nullable String recordId() {
    return recordId;
  }

  /** What is answered. */
  public ErrorCode code() {
    return code;
  }

  /** The true reason, for the log only. */
  public String detail() {
    return requireNonNull(getMessage(), "detail");
  }

  /** What is answered, as a person reads it: the message of the code, then the code. */
  public String sentence(Locale locale) {
    return "%s (%s)".formatted(code.message(locale, told), code.code());
  }

  /** The values that the code's message may name to the caller, in the order of its places. */
  public List<String> told() {
    return told;
  }
}
