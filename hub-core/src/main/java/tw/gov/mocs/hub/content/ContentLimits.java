package tw.gov.mocs.hub.content;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.GivenReason;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * How long the texts of the portal may be, in UTF-16 units, for forms to tell and doors to check.
 */
public final class ContentLimits {

  /** A title, a question, the name of a link. */
  public static final int TITLE = 200;

  /** What a download is. */
  public static final int DESCRIPTION = 1_000;

  /** A body or an answer in Markdown. */
  public static final int BODY = 20_000;

  /** The address of a link. */
  public static final int ADDRESS = 1_000;

  /** The greatest place in a list that people arrange. */
  public static final int PLACE = 9_999;

  /** Why something is taken away. */
  public static final int REASON = 500;

  /** Attachments of one announcement. */
  public static final int ATTACHMENTS = 10;

  private ContentLimits() {}

  static void require(String field, Bilingual text, int max) {
    if (text.zh().isEmpty()) {
      throw invalid(field, "空白");
    }
    requireLength(field, text.zh(), max);
    requireLength(field, text.en(), max);
  }

  static void requirePlace(int place) {
    if (place < 1 || place > PLACE) {
      throw invalid("順序", "須為 1 至 " + PLACE);
    }
  }

  static void requirePeriod(LocalDate from, @Nullable LocalDate to) {
    if (to != null && to.isBefore(from)) {
      throw invalid("刊登迄日", "早於刊登起日");
    }
  }

  static void requireReason(String reason) {
    GivenReason.require(reason, REASON);
  }

  static HubException invalid(String field, String why) {
    return new HubException(ErrorCode.VALUE_INVALID, field + ": " + why, field, why);
  }

  private static void requireLength(String field, @Nullable String text, int max) {
    if (text != null && text.length() > max) {
      throw invalid(field, "超過 " + max + " 字");
    }
  }
}
