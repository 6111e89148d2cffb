package tw.gov.mocs.hub.application;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.application.ApplicationSearch.State;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.shared.RocDate;

/** The applications and the reviews of them. */
@Mapper
interface ApplicationMapper {

  /** Without its reviews. */
  Optional<Application> get(@Param("id") long id);

  Optional<Long> findId(@Param("number") String number);

  /** What was begun or copied by this form. */
  Optional<Long> findByForm(@Param("formKey") String formKey);

  /** A DuplicateKeyException where the form has made another. */
  int markForm(@Param("id") long id, @Param("formKey") String formKey);

  int markWithdrawn(@Param("id") long id, @Param("reason") String reason);

  Optional<String> withdrawalReason(@Param("id") long id);

  List<ReviewRow> reviews(@Param("id") long id);

  /** The drafts of a card, the newest first; without their content. */
  List<DraftRow> drafts(@Param("agencyId") long agencyId, @Param("thumbprint") String thumbprint);

  /** Drafts that were last saved before this moment. */
  List<DraftKey> draftsBefore(@Param("before") Instant before);

  /** Only if it is still a draft of this version; else 0. */
  int deleteDraft(@Param("id") long id, @Param("version") int version);

  /** How often this reviewer decided for the agency. */
  int countReviews(@Param("agencyId") long agencyId, @Param("reviewer") Actor reviewer);

  /**
   * The lines of one page, in three statements however many they are: which, from the index alone;
   * then their rows and their services. As one statement, databases choose to join first.
   *
   * @param total of the lines of all pages
   */
  default List<ApplicationLine> search(Filter search, long total) {
    List<Long> ids = idsFromNearerEnd(search, total);
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<Long, List<ServiceCode>> services =
        serviceCodes(ids).stream()
            .collect(groupingBy(AskedFor::id, mapping(AskedFor::service, toList())));
    Map<Long, ApplicationLine> lines =
        lines(ids).stream().collect(toMap(ApplicationLine::id, line -> line));
    return ids.stream()
        .flatMap(id -> Stream.ofNullable(lines.get(id)))
        .map(line -> line.with(services.getOrDefault(line.id(), List.of())))
        .toList();
  }

  /**
   * A database sorts what stands before a page, too: the last page is quick as the first one is.
   */
  private List<Long> idsFromNearerEnd(Filter search, long total) {
    long behind = total - search.offset() - search.size();
    if (search.offset() >= total || search.offset() <= behind) {
      return ids(search);
    }
    List<Long> ids = new ArrayList<>(ids(search.fromEnd(total)));
    Collections.reverse(ids);
    return ids;
  }

  /** Of one page, in its order. */
  List<Long> ids(@Param("search") Filter search);

  /** Without their services, in any order. */
  List<ApplicationLine> lines(@Param("ids") List<Long> ids);

  List<AskedFor> serviceCodes(@Param("ids") List<Long> ids);

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

  int countReturns(@Param("id") long id);

  List<ReturnRow> returns(@Param("id") long id);

  int insertReturn(@Param("id") long id, @Param("back") SentBack back);

  int insertReview(@Param("id") long id, @Param("review") Review review, @Param("key") NewKey key);

  /** A return as it is kept. */
  record ReturnRow(
      int roundNo,
      String reason,
      String returnedBy,
      Instant returnedAt,
      LocalDate dueOn,
      String applicationNo,
      Instant submittedAt,
      String submittedBy,
      String signerThumbprint,
      @Nullable String signerCard) {

    SentBack sentBack() {
      return new SentBack(
          roundNo,
          reason,
          returnedBy,
          returnedAt,
          dueOn,
          new Submission(
              new ApplicationNumber(applicationNo),
              submittedAt,
              submittedBy,
              signerThumbprint,
              signerCard));
    }
  }

  /** A draft as it was found. */
  record DraftKey(long id, int version) {}

  /** A draft's key and when it was last saved. */
  record DraftRow(long id, Instant changedAt) {}

  /**
   * A search as it is bound.
   *
   * @param agencyCode for LIKE, as all patterns with {@code !} as the escape character
   * @param agencyName for LIKE
   * @param numberFrom the least number that begins so
   * @param numberTo the greatest one
   * @param submittedFrom the start of the first day
   * @param submittedBefore the start of the day after the last, or the moment of the search
   * @param statusNames where no grant that has expired changes it; empty for every submitted one
   * @param over whether what was granted but has expired is shown, whatever its status
   */
  record Filter(
      @Nullable Long agencyId,
      @Nullable String agencyCode,
      @Nullable String agencyName,
      @Nullable String numberFrom,
      @Nullable String numberTo,
      @Nullable Instant submittedFrom,
      @Nullable Instant submittedBefore,
      List<String> statusNames,
      boolean over,
      List<String> methodNames,
      String sort,
      boolean descending,
      long offset,
      int size) {

    static Filter of(ApplicationSearch search) {
      LocalDate to = search.to();
      Set<State> states =
          search.states().size() == State.values().length ? Set.of() : search.states();
      return new Filter(
          search.agencyId(),
          Patterns.beginning(search.agency()),
          Patterns.within(search.agency()),
          Patterns.from(search.number()),
          Patterns.to(search.number()),
          startOf(search.from()),
          earlier(startOf(to == null ? null : to.plusDays(1)), search.asOf()),
          states.stream().flatMap(Filter::statuses).map(Enum::name).sorted().toList(),
          states.contains(State.OTHER),
          search.methods().stream().map(Enum::name).sorted().toList(),
          search.sort().name(),
          search.descending(),
          (search.page() - 1L) * search.size(),
          search.size());
    }

    /** The same page of so many lines in the other order. */
    Filter fromEnd(long total) {
      long last = Math.min(total, offset + size);
      return new Filter(
          agencyId,
          agencyCode,
          agencyName,
          numberFrom,
          numberTo,
          submittedFrom,
          submittedBefore,
          statusNames,
          over,
          methodNames,
          sort,
          !descending,
          total - last,
          (int) (last - offset));
    }

    private static Stream<ApplicationStatus> statuses(State state) {
      return switch (state) {
        case PENDING ->
            Stream.of(
                ApplicationStatus.PENDING,
                ApplicationStatus.SECOND_REVIEW,
                ApplicationStatus.RETURNED);
        case APPROVED -> Stream.of(ApplicationStatus.APPROVED);
        case PARTLY_APPROVED -> Stream.of(ApplicationStatus.PARTLY_APPROVED);
        case REJECTED -> Stream.of(ApplicationStatus.REJECTED);
        case OTHER -> Stream.of(ApplicationStatus.WITHDRAWN);
      };
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
      return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    private static @Nullable Instant startOf(@Nullable LocalDate day) {
      return day == null ? null : day.atStartOfDay(RocDate.TAIPEI).toInstant();
    }
  }

  /** A service that an application asks for. */
  record AskedFor(long id, String serviceCode) {

    ServiceCode service() {
      return new ServiceCode(serviceCode);
    }
  }

  /** A review without what its terms say of addresses and services. */
  record ReviewRow(
      long id,
      Review.Stage stage,
      ApplicationStatus outcome,
      String reviewer,
      @Nullable String reviewerPrint,
      Instant reviewedAt,
      @Nullable String reviewNote,
      @Nullable LocalDate periodFrom,
      @Nullable LocalDate periodTo,
      @Nullable Integer quotaCalls,
      @Nullable Long quotaRows) {

    Review with(TermsRows terms) {
      return new Review(
          stage,
          outcome,
          reviewer,
          reviewerPrint,
          reviewedAt,
          Texts.tidy(reviewNote),
          termsFrom(terms));
    }

    private @Nullable GrantTerms termsFrom(TermsRows terms) {
      if (periodFrom == null || periodTo == null || quotaCalls == null || quotaRows == null) {
        return null;
      }
      return new GrantTerms(
          new ServicePeriod(periodFrom, periodTo),
          terms.addresses(id),
          new Quota(quotaCalls, quotaRows),
          terms.services(id),
          terms.extract(id));
    }
  }
}
