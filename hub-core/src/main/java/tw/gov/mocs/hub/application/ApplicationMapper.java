package tw.gov.mocs.hub.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.RocDate;

/** The applications and the reviews of them. */
@Mapper
interface ApplicationMapper {

  /** Without its reviews. */
  Optional<Application> get(@Param("id") long id);

  Optional<Long> findId(@Param("number") String number);

  List<ReviewRow> reviews(@Param("id") long id);

  /** The drafts of a card, the newest first; without their content. */
  List<DraftRow> drafts(@Param("agencyId") long agencyId, @Param("thumbprint") String thumbprint);

  /** Only if it is still a draft of this version; else 0. */
  int deleteDraft(@Param("id") long id, @Param("version") int version);

  /** How often this reviewer decided for the agency. */
  int countReviews(@Param("agencyId") long agencyId, @Param("reviewer") String reviewer);

  List<ApplicationLine> search(@Param("search") Filter search);

  long count(@Param("search") Filter search);

  int insert(
      @Param("application") Application application,
      @Param("changedAt") Instant changedAt,
      @Param("key") NewKey key);

  /** Only if it is still of the version that the application says; else 0. */
  int update(@Param("application") Application application, @Param("changedAt") Instant changedAt);

  int insertAudience(@Param("id") long id, @Param("audience") Audience audience);

  int insertAddress(
      @Param("id") long id, @Param("placeNo") int placeNo, @Param("block") Cidr block);

  int insertService(@Param("id") long id, @Param("asked") ServiceRequest asked);

  int insertField(
      @Param("id") long id,
      @Param("asked") ServiceRequest asked,
      @Param("placeNo") int placeNo,
      @Param("name") String name);

  int insertAttachment(
      @Param("id") long id, @Param("placeNo") int placeNo, @Param("file") Attachment file);

  int deleteAttachments(@Param("id") long id);

  int deleteAudiences(@Param("id") long id);

  int deleteAddresses(@Param("id") long id);

  int deleteServices(@Param("id") long id);

  int deleteFields(@Param("id") long id);

  int insertReview(@Param("id") long id, @Param("review") Review review, @Param("key") NewKey key);

  /** A draft's key and when it was last saved. */
  record DraftRow(long id, Instant changedAt) {}

  /**
   * A search as it is bound.
   *
   * @param numberPattern for LIKE, with {@code !} as the escape character
   * @param submittedFrom the start of the first day
   * @param submittedBefore the start of the day after the last
   */
  record Filter(
      @Nullable Long agencyId,
      @Nullable String numberPattern,
      @Nullable Instant submittedFrom,
      @Nullable Instant submittedBefore,
      List<String> statusNames,
      List<String> methodNames,
      String sort,
      boolean descending,
      long offset,
      int size) {

    static Filter of(ApplicationSearch search) {
      LocalDate to = search.to();
      return new Filter(
          search.agencyId(),
          pattern(search.number()),
          startOf(search.from()),
          startOf(to == null ? null : to.plusDays(1)),
          search.statuses().stream().map(Enum::name).sorted().toList(),
          search.methods().stream().map(Enum::name).sorted().toList(),
          search.sort().name(),
          search.descending(),
          (search.page() - 1L) * search.size(),
          search.size());
    }

    private static @Nullable Instant startOf(@Nullable LocalDate day) {
      return day == null ? null : day.atStartOfDay(RocDate.TAIPEI).toInstant();
    }

    private static @Nullable String pattern(@Nullable String part) {
      if (part == null || part.isBlank()) {
        return null;
      }
      String typed = part.strip().toUpperCase(Locale.ROOT);
      return "%" + typed.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
  }

  /** A review without what its terms say of addresses and services. */
  record ReviewRow(
      long id,
      Review.Stage stage,
      ApplicationStatus outcome,
      String reviewer,
      Instant reviewedAt,
      @Nullable String reviewNote,
      @Nullable LocalDate periodFrom,
      @Nullable LocalDate periodTo,
      @Nullable Integer quotaCalls,
      @Nullable Long quotaRows) {

    Review with(TermsRows terms) {
      return new Review(
          stage, outcome, reviewer, reviewedAt, Texts.tidy(reviewNote), termsFrom(terms));
    }

    private @Nullable GrantTerms termsFrom(TermsRows terms) {
      if (periodFrom == null || periodTo == null || quotaCalls == null || quotaRows == null) {
        return null;
      }
      return new GrantTerms(
          new ServicePeriod(periodFrom, periodTo),
          terms.addresses(id),
          new Quota(quotaCalls, quotaRows),
          terms.services(id));
    }
  }
}
