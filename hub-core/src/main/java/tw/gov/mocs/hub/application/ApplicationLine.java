package tw.gov.mocs.hub.application;

import java.time.Instant;
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
 * @param services the services asked for, by code
 * @param submittedAt 申請日期; null for a draft
 * @param period 服務使用起迄 asked for; null if not given
 * @param granted 服務使用起迄 granted, as last extended; null without a grant
 * @param grantStatus 授權 state as stored, EXPIRED within a minute of the day; null without a grant
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
    @Nullable ServicePeriod period,
    @Nullable ServicePeriod granted,
    @Nullable GrantStatus grantStatus,
    ApplicationStatus status,
    @Nullable DeliveryMethod method,
    Instant changedAt) {

  /** Copies the services; a null name becomes "". */
  public ApplicationLine {
    contactName = Texts.tidy(contactName);
    services = List.copyOf(services);
  }

  /** As read, without its services. */
  ApplicationLine(
      long id,
      AgencyCode agencyCode,
      @Nullable ApplicationNumber number,
      String contactName,
      @Nullable Instant submittedAt,
      @Nullable ServicePeriod period,
      @Nullable ServicePeriod granted,
      @Nullable GrantStatus grantStatus,
      ApplicationStatus status,
      @Nullable DeliveryMethod method,
      Instant changedAt) {
    this(
        id,
        agencyCode,
        number,
        contactName,
        List.of(),
        submittedAt,
        period,
        granted,
        grantStatus,
        status,
        method,
        changedAt);
  }

  /** The same with its services. */
  ApplicationLine with(List<ServiceCode> itsServices) {
    return new ApplicationLine(
        id,
        agencyCode,
        number,
        contactName,
        itsServices,
        submittedAt,
        period,
        granted,
        grantStatus,
        status,
        method,
        changedAt);
  }
}
