package tw.gov.mocs.hub.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.ErrorCode;

/**
 * The calls of one agency, found by audit_call_agency_ix alone, which holds all that a search
 * names.
 */
@Mapper
interface CallRecordMapper {

  /** How many there are, counted up to {@code limit}. */
  long count(@Param("search") Filter search, @Param("limit") int limit);

  /** One page: which, from the index alone, then their rows. */
  default List<CallLine> search(Filter search) {
    List<Place> places = places(search);
    return places.isEmpty() ? List.of() : lines(places, search.oldestFirst());
  }

  List<Place> places(@Param("search") Filter search);

  List<CallLine> lines(
      @Param("places") List<Place> places, @Param("oldestFirst") boolean oldestFirst);

  @Nullable OwnCall find(
      @Param("agencyId") long agencyId,
      @Param("recordId") String recordId,
      @Param("since") Instant since);

  /** The sum over the days, both included. */
  @Nullable QuotaUse use(
      @Param("applicationNo") String applicationNo,
      @Param("from") LocalDate from,
      @Param("to") LocalDate to);

  /** Where a call stands in the log. */
  record Place(long nodeId, long seq) {}

  /**
   * A search as it is bound.
   *
   * @param code the outcome that is looked for; null for any
   * @param withParts the parts of files, too
   * @param servedOnly whatever was given, their parts among it
   * @param refusedOnly whatever the reason of the caller
   * @param failedOnly whatever the hub, or its source, could not
   */
  record Filter(
      long agencyId,
      Instant since,
      @Nullable Instant before,
      @Nullable String service,
      @Nullable String applicationNo,
      @Nullable String requestId,
      @Nullable String code,
      boolean withParts,
      boolean servedOnly,
      boolean refusedOnly,
      boolean failedOnly,
      boolean oldestFirst,
      long offset,
      int size) {

    static Filter of(CallSearch search, Instant since, int size) {
      ErrorCode refusal = search.refusal();
      boolean withParts = search.requestId() != null;
      boolean served = search.outcome() == CallSearch.Outcome.SERVED;
      return new Filter(
          search.agencyId(),
          since,
          search.before(),
          search.service(),
          search.applicationNo(),
          search.requestId(),
          refusal != null ? refusal.code() : served && !withParts ? CallLine.SERVED : null,
          withParts,
          refusal == null && served && withParts,
          refusal == null && search.outcome() == CallSearch.Outcome.REFUSED,
          refusal == null && search.outcome() == CallSearch.Outcome.FAILED,
          search.oldestFirst(),
          search.offset(),
          size);
    }
  }
}
