package tw.gov.mocs.hub.app.card;

/** The {@code ret_code} of an answer, as the card component numbers them; docs/card-agent.md. */
enum RetCode {
  OK(0, "成功", "Done"),
  STATEMENT_MISSING(0x76000003, "未輸入待簽訊息", "Nothing to sign was sent"),
  NO_CARD(0x76000006, "未插入IC卡", "There is no card"),
  STATEMENT_TOO_LONG(0x7600000A, "待簽訊息過大", "What is to be signed is too long"),
  PARAMETER_INVALID(0x7600000C, "參數錯誤", "A parameter is wrong"),
  FUNCTION_UNKNOWN(0x7600000E, "不支援的方法", "The function is not supported"),
  SITE_NOT_LISTED(0x76000031, "非信任網站", "The site is not listed"),
  PIN_MISSING(0x76000998, "未輸入PIN碼", "The PIN is missing"),
  CANCELLED(0x76000999, "使用者已取消動作", "Cancelled by the user"),
  LOGIN_FAILED(0x76100006, "IC卡登入失敗", "The card refused the PIN"),
  SIGNATURE_TYPE_UNKNOWN(0x76300002, "簽章型別錯誤", "The type of signature is not supported"),
  STATEMENT_NOT_READABLE(
      0x76300003, "簽章內容錯誤：不是可閱讀的文字", "What is to be signed is no text that can be read"),
  SIGNING_FAILED(0x76300004, "簽章執行錯誤", "Signing failed"),
  BASE64_INVALID(0x76600002, "Base64解碼錯誤", "The Base64 is wrong");

  private final int code;
  private final String chinese;
  private final String english;

  RetCode(int code, String chinese, String english) {
    this.code = code;
    this.chinese = chinese;
    this.english = english;
  }

  int code() {
    return code;
  }

  /** For a person, in both languages. */
  String message() {
    return chinese + " " + english;
  }
}
