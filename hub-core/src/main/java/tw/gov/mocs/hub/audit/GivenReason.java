package tw.gov.mocs.hub.audit;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.IdentityForms;

/**
 * Why somebody did something, as it will stand in the log, which can be neither corrected nor
 * erased, or in a mail: in words, without an identity number.
 */
public final class GivenReason {

  /** Characters at most of why an auditor looks at personal data. */
  public static final int LONGEST = 500;

  private static final String REASON = "理由";

  /** SHA-256, which the hub itself gives as a reason: some hold the form of a number by chance. */
  private static final Pattern DIGEST =
      Pattern.compile("(?<![0-9A-Za-z])[0-9a-f]{64}(?![0-9A-Za-z])");

  private GivenReason() {}

  /** The reason of an auditor, as {@link #require(String, int)} takes it. */
  public static String require(String reason) {
    return require(reason, LONGEST);
  }

  /**
   * The reason.
   *
   * @param longest characters at most
   * @throws HubException VALUE_INVALID if there is none, if it is too long, or if it holds what has
   *     the form of an identity number, which would stand in the log for ever
   */
  public static String require(String reason, int longest) {
    if (reason.isBlank()) {
      throw new HubException(ErrorCode.VALUE_INVALID, "no reason", REASON, "空白");
    }
    if (reason.length() > longest) {
      throw new HubException(
          ErrorCode.VALUE_INVALID, "a long reason", REASON, "超過 " + longest + " 字");
    }
    requireNoNumber(REASON, reason);
    return reason;
  }

  /**
   * Looks at any other text that gets into the log or into a mail.
   *
   * @param label what the text is called where it is typed
   * @throws HubException VALUE_INVALID if it holds what has the form of an identity number
   */
  public static void requireNoNumber(String label, @Nullable String text) {
    if (text != null && IdentityForms.in(text)) {
      throw new HubException(ErrorCode.VALUE_INVALID, "a number in it", label, "含有身分證統一編號");
    }
  }

  /** Looks at the reason of an act, whoever gave it and by whichever way it came. */
  static void requireSound(Act act) {
    String reason = act.reason();
    requireNoNumber(REASON, reason == null ? null : DIGEST.matcher(reason).replaceAll(""));
  }
}
