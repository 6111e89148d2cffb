package tw.gov.mocs.hub.application;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A grant in a list.
 *
 * @param applicationNo 申請案號
 * @param agencyCode 機關代碼
 * @param agencyName its name
 * @param agencyNameEn its English name, if it has one
 * @param status as stored: EXPIRED within a minute of the day
 * @param versionNo for changing it
 * @param periodFrom the first day
 * @param periodTo the last day
 * @param certifiedOn when somebody last found that it is still needed; at first when it was made
 * @param certifiedBy who; null if nobody has since it was made
 */
public record GrantLine(
    String applicationNo,
    String agencyCode,
    String agencyName,
    @Nullable String agencyNameEn,
    GrantStatus status,
    int versionNo,
    LocalDate periodFrom,
    LocalDate periodTo,
    LocalDate certifiedOn,
    @Nullable String certifiedBy) {

  /** The last day on which it should be certified anew. */
  public LocalDate certifyBy() {
    return certifiedOn.plusYears(1);
  }

  /** Whether it can still be used, or could be again. */
  public boolean open() {
    return status == GrantStatus.ACTIVE || status == GrantStatus.SUSPENDED;
  }
}
