package tw.gov.mocs.hub.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.catalogue.ServiceCode;

/**
 * 查詢結果項目: an application in a list.
 *
 * @param id key in the database
 * @param agencyCode whose it is
 * @param number 申請案號; null for a draft
 * @param contactName 聯絡人姓名; "" if not given
 * @param services the services asked for
 * @param submittedAt 申請日期; null for a draft
 * @param periodTo 有效期間: the last day asked for; null if not given
 * @param status 狀態
 * @param method 資料提供方式; null if not chosen
 * @param changedAt when it was last changed
 */
public record ApplicationLine(
    long id,
    AgencyCode agencyCode,
    @Nullable ApplicationNumber number,
    String contactName,
    List<ServiceCode> services,
    @Nullable Instant submittedAt,
    @Nullable LocalDate periodTo,
    ApplicationStatus status,
    @Nullable DeliveryMethod method,
    Instant changedAt) {

  /** Copies the services; a null name becomes "". */
  public ApplicationLine {
    contactName = Texts.tidy(contactName);
    services = List.copyOf(services);
  }
}
