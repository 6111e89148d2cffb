package tw.gov.mocs.hub.application;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a grant that can still be used gives of one service.
 *
 * @param applicationNo 申請案號
 * @param agencyCode 機關代碼
 * @param agencyName its name
 * @param agencyNameEn its English name, if it has one
 * @param status active or suspended
 * @param periodTo the last day
 * @param returned element names of the fields that are returned
 * @param searchable element names of those that may be searched by
 */
public record ServiceGrantee(
    String applicationNo,
    String agencyCode,
    String agencyName,
    @Nullable String agencyNameEn,
    GrantStatus status,
    LocalDate periodTo,
    Set<String> returned,
    Set<String> searchable) {

  /** Copies the names. */
  public ServiceGrantee {
    returned = Set.copyOf(returned);
    searchable = Set.copyOf(searchable);
  }
}
