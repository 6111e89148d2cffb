package tw.gov.mocs.hub.incident;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agency fills in. "" and null are what was not given.
 *
 * @param contactName 姓名
 * @param contactPhone 連絡電話
 * @param contactMail 電子郵件
 * @param occurredOn 問題發生日期, a Taipei day
 * @param occurredAt 時間, to the minute; may be absent
 * @param applicationNo 申請案號 as it was typed; may be ""
 * @param serviceCode 服務代碼 as it was typed; may be ""
 * @param callId 紀錄編號 of a call, or the agency's own 請求編號, as it was typed; may be ""
 * @param description 問題內容
 * @param attachments 附件
 */
public record IncidentContent(
    String contactName,
    String contactPhone,
    String contactMail,
    @Nullable LocalDate occurredOn,
    @Nullable LocalTime occurredAt,
    String applicationNo,
    String serviceCode,
    String callId,
    String description,
    List<Attachment> attachments) {

  /** Characters of {@code contactName} at most. */
  public static final int LONGEST_NAME = 60;

  /** Characters of {@code contactPhone} at most. */
  public static final int LONGEST_PHONE = 40;

  /** Characters of {@code contactMail} at most. */
  public static final int LONGEST_MAIL = 254;

  /** Characters of {@code callId} at most: of a request id. */
  public static final int LONGEST_CALL_ID = 64;

  /** Characters of {@code description} at most. */
  public static final int LONGEST_DESCRIPTION = 4_000;

  /** {@code occurredOn} lies at most so many years before the report. */
  public static final int YEARS_BACK = 5;

  /** How many attachments there may be. */
  public static final int MOST_ATTACHMENTS = 5;

  /** Tidies the texts; null becomes "". */
  public IncidentContent(
      @Nullable String contactName,
      @Nullable String contactPhone,
      @Nullable String contactMail,
      @Nullable LocalDate occurredOn,
      @Nullable LocalTime occurredAt,
      @Nullable String applicationNo,
      @Nullable String serviceCode,
      @Nullable String callId,
      @Nullable String description,
      List<Attachment> attachments) {
    this.contactName = tidy(contactName);
    this.contactPhone = tidy(contactPhone);
    this.contactMail = tidy(contactMail);
    this.occurredOn = occurredOn;
    this.occurredAt = occurredAt == null ? null : occurredAt.truncatedTo(ChronoUnit.MINUTES);
    this.applicationNo = tidy(applicationNo);
    this.serviceCode = tidy(serviceCode);
    this.callId = tidy(callId);
    this.description = tidy(description);
    this.attachments = List.copyOf(attachments);
  }

  /** About no particular call. */
  public IncidentContent(
      @Nullable String contactName,
      @Nullable String contactPhone,
      @Nullable String contactMail,
      @Nullable LocalDate occurredOn,
      @Nullable LocalTime occurredAt,
      @Nullable String applicationNo,
      @Nullable String serviceCode,
      @Nullable String description,
      List<Attachment> attachments) {
    this(
        contactName,
        contactPhone,
        contactMail,
        occurredOn,
        occurredAt,
        applicationNo,
        serviceCode,
        null,
        description,
        attachments);
  }

  /** The first day that {@code occurredOn} can be in a report of this day. */
  public static LocalDate earliest(LocalDate today) {
    return today.minusYears(YEARS_BACK);
  }

  /** Without surrounding space, lines ended by LF; "" for null. */
  static String tidy(@Nullable String typed) {
    return typed == null ? "" : typed.replace("\r\n", "\n").replace('\r', '\n').strip();
  }
}
