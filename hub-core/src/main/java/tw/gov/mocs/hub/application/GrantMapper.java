package tw.gov.mocs.hub.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
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
      @Param("madeOn") LocalDate madeOn,
      @Param("key") NewKey key);

  List<GrantLine> search(@Param("search") Filter search);

  long count(@Param("search") Filter search);

  /** Only if it is still of this version; else 0. */
  int certify(
      @Param("id") long id,
      @Param("version") int version,
      @Param("on") LocalDate on,
      @Param("by") String by);

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
          terms.services(reviewId),
          terms.extract(reviewId));
    }
  }

  /**
   * A search as it is bound.
   *
   * @param endsFrom open, and its last day is not before this one
   * @param endsTo nor after this one
   * @param certifiedTo open, and last certified on this day or before
   */
  record Filter(
      List<String> statusNames,
      @Nullable String agencyCode,
      @Nullable String agencyName,
      @Nullable String numberFrom,
      @Nullable String numberTo,
      @Nullable LocalDate endsFrom,
      @Nullable LocalDate endsTo,
      @Nullable LocalDate certifiedTo,
      String sort,
      boolean descending,
      long offset,
      int size) {

    static Filter of(GrantSearch search, LocalDate today) {
      Integer ends = search.endsWithin();
      Integer due = search.dueWithin();
      return new Filter(
          search.states().stream().map(Enum::name).sorted().toList(),
          Patterns.beginning(search.agency()),
          Patterns.within(search.agency()),
          Patterns.from(search.number()),
          Patterns.to(search.number()),
          ends == null ? null : today,
          ends == null ? null : today.plusDays(ends),
          due == null ? null : today.plusDays(due).minusYears(1),
          search.sort().name(),
          search.descending(),
          (search.page() - 1L) * search.size(),
          search.size());
    }
  }

  /** A grant that was changed. */
  record Changed(String applicationNo, long agencyId, long changeNo) {}
}
