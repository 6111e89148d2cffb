package tw.gov.mocs.hub.audit;

import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.IdentityForms;

/**
 * Why an auditor looks at personal data, as it will stand in the log: in words, without a number.
 */
public final class GivenReason {

  /** Characters at most. */
  public static final int LONGEST = 500;

  private GivenReason() {}

  /**
   * The reason.
   *
   * @throws HubException VALUE_INVALID if there is none, if it is too long, or if it holds what has
   *     the form of an identity number, which would stand in the log for ever
   */
  public static String require(String reason) {
    if (reason.isBlank()) {
      throw new HubException(ErrorCode.VALUE_INVALID, "no reason", "理由", "空白");
    }
    if (reason.length() > LONGEST) {
      throw new HubException(
          ErrorCode.VALUE_INVALID, "a long reason", "理由", "超過 " + LONGEST + " 字");
    }
    if (IdentityForms.in(reason)) {
      throw new HubException(ErrorCode.VALUE_INVALID, "a number in it", "理由", "含有身分證統一編號");
    }
    return reason;
  }
}
