package tw.gov.mocs.hub.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import tw.gov.mocs.hub.agency.AgencyCode;

/** The grants. */
@Mapper
interface GrantMapper {

  Optional<GrantRow> find(@Param("number") String number);

  List<String> numbersOf(@Param("agencyId") long agencyId);

  /** Those changed since the GRANT counter stood there. */
  List<Changed> changedSince(@Param("changeNo") long changeNo);

  /** Where the GRANT counter stands. */
  long changeNo();

  /** Those in ACTIVE or SUSPENDED whose last day was before this one. */
  List<String> past(@Param("today") LocalDate today);

  int insert(
      @Param("grant") GrantRow grant,
      @Param("applicationId") long applicationId,
      @Param("key") NewKey key);

  /** Only if it is still of this version; else 0. */
  int update(
      @Param("id") long id,
      @Param("version") int version,
      @Param("status") GrantStatus status,
      @Param("periodTo") LocalDate periodTo);

  /** Shows state and last day of a grant in the lists of applications. */
  int list(
      @Param("number") String number,
      @Param("status") GrantStatus status,
      @Param("periodTo") LocalDate periodTo);

  /** A grant without its terms, which are those of a review. */
  record GrantRow(
      long id,
      long reviewId,
      String applicationNo,
      long agencyId,
      String agencyCode,
      GrantStatus status,
      int versionNo,
      LocalDate periodFrom,
      LocalDate periodTo,
      int quotaCalls,
      long quotaRows) {

    Grant with(TermsRows terms) {
      return new Grant(
          id,
          new ApplicationNumber(applicationNo),
          agencyId,
          new AgencyCode(agencyCode),
          status,
          versionNo,
          new ServicePeriod(periodFrom, periodTo),
          terms.addresses(reviewId),
          new Quota(quotaCalls, quotaRows),
          terms.services(reviewId));
    }
  }

  /** A grant that was changed. */
  record Changed(String applicationNo, long agencyId, long changeNo) {}
}
