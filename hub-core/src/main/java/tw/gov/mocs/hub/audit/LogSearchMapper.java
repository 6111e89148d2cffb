package tw.gov.mocs.hub.audit;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.CallRecordMapper.Place;
import tw.gov.mocs.hub.audit.CallSearch.Outcome;
import tw.gov.mocs.hub.shared.ErrorCode;

/** Finds calls by the index of the log and reads them from the log itself. */
@Mapper
interface LogSearchMapper {

  /** How many there are, counted up to {@code limit}. */
  long count(@Param("search") Filter search, @Param("limit") int limit);

  /** Where those of one page stand. */
  List<Place> places(@Param("search") Filter search);

  /**
   * The calls of a page.
   *
   * @param persons of whom it is told where they stand in each; empty for none
   */
  List<FoundCall> lines(
      @Param("places") List<Place> places,
      @Param("persons") List<byte[]> persons,
      @Param("oldestFirst") boolean oldestFirst);

  /** What the index knows of a call whose content is lost; null once it is archived. */
  @Nullable FoundCall indexed(@Param("nodeId") long nodeId, @Param("seq") long seq);

  long countActs(@Param("search") ActSearch search, @Param("limit") int limit);

  List<FoundAct> acts(@Param("search") ActSearch search, @Param("size") int size);

  /**
   * A search as it is bound.
   *
   * @param lead the column whose index leads to the calls, the narrowest of those that are given:
   *     in its order they are read without sorting; null for the time alone
   * @param code the outcome that is looked for; null for any
   * @param withParts the parts of files, too
   * @param servedOnly whatever was given, their parts among it
   * @param refusedOnly whatever the reason of the caller
   * @param failedOnly whatever the hub, or its source, could not
   * @param askedToo the persons are looked for in criteria, too
   */
  record Filter(
      @Nullable String lead,
      @Nullable Instant from,
      @Nullable Instant before,
      @Nullable Long agencyId,
      @Nullable String applicationNo,
      @Nullable String service,
      @Nullable String code,
      boolean withParts,
      boolean servedOnly,
      boolean refusedOnly,
      boolean failedOnly,
      @Nullable String requestId,
      @Nullable String address,
      List<byte[]> persons,
      boolean askedToo,
      boolean oldestFirst,
      long offset,
      int size) {

    /** Persons are looked for in criteria and answers. */
    static Filter of(LogSearch search, int size) {
      return of(search, true, size);
    }

    /** Persons are looked for in answers alone. */
    static Filter ofGiven(LogSearch search, int size) {
      return of(search, false, size);
    }

    private static Filter of(LogSearch search, boolean askedToo, int size) {
      ErrorCode refusal = search.refusal();
      boolean withParts = search.requestId() != null || !search.persons().isEmpty();
      boolean served = search.outcome() == Outcome.SERVED;
      String code =
          refusal != null ? refusal.code() : served && !withParts ? CallLine.SERVED : null;
      return new Filter(
          lead(search, code),
          search.from(),
          search.before(),
          search.agencyId(),
          search.applicationNo(),
          search.service(),
          code,
          withParts,
          refusal == null && served && withParts,
          refusal == null && search.outcome() == Outcome.REFUSED,
          refusal == null && search.outcome() == Outcome.FAILED,
          search.requestId(),
          search.address(),
          search.persons().stream().map(PersonHash::value).toList(),
          askedToo,
          search.oldestFirst(),
          search.offset(),
          size);
    }

    private static @Nullable String lead(LogSearch search, @Nullable String code) {
      if (search.requestId() != null) {
        return "request_id";
      } else if (!search.persons().isEmpty()) {
        // Few calls are of one person: they are sorted.
        return null;
      } else if (search.applicationNo() != null) {
        return "application_no";
      } else if (search.address() != null) {
        return "caller_address";
      } else if (search.agencyId() != null) {
        return "agency_id";
      } else if (code != null && !code.equals(CallLine.SERVED)) {
        return "outcome_code";
      } else if (search.service() != null) {
        return "service_code";
      }
      // Nearly all were served; still its index is read in order, which H2 does not see by itself.
      return code == null ? null : "outcome_code";
    }
  }
}
