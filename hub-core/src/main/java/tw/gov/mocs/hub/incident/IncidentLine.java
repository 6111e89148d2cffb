package tw.gov.mocs.hub.incident;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.agency.AgencyCode;

/**
 * 查詢結果項目: an incident in a list.
 *
 * @param number 錯誤回報代碼
 * @param agencyCode whose it is
 * @param contactName 姓名
 * @param occurredOn 問題發生日期
 * @param status 處理狀態
 * @param reportedAt when it was reported
 * @param changedAt when it last changed
 * @param assignee the administrator who has it in hand; null for nobody; not the agency's to see
 * @param callId 紀錄編號 or 請求編號 of the call that it is about, as typed; null for none
 */
public record IncidentLine(
    IncidentNumber number,
    AgencyCode agencyCode,
    String contactName,
    LocalDate occurredOn,
    IncidentStatus status,
    Instant reportedAt,
    Instant changedAt,
    @Nullable String assignee,
    @Nullable String callId) {}
