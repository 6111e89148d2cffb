package tw.gov.mocs.hub.audit;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.database.LikePattern;

/** The verifications that were started; of those that go on there is one at most. */
@Mapper
interface VerificationMapper {

  /** A DuplicateKeyException while another goes on. */
  void insert(
      @Param("node") String node,
      @Param("by") String by,
      @Param("at") Instant at,
      @Param("total") long total);

  @Nullable LogVerification running();

  /** The last that was neither cancelled nor failed; null for none. */
  @Nullable LogVerification last();

  List<LogVerification> search(@Param("search") Filter search);

  long count(@Param("search") Filter search);

  /** 0 when it has ended meanwhile. */
  int progress(@Param("id") long id, @Param("done") long done, @Param("at") Instant at);

  int askToEnd(@Param("id") long id);

  int end(
      @Param("id") long id,
      @Param("at") Instant at,
      @Param("outcome") LogVerification.Outcome outcome,
      @Param("report") VerificationReport report,
      @Param("found") @Nullable String found);

  /** Ends one whose node gave no sign of life since {@code before}. */
  int abandon(@Param("before") Instant before, @Param("at") Instant at);

  /** A search as it is bound. */
  record Filter(
      @Nullable String pattern,
      @Nullable String outcome,
      @Nullable Instant from,
      @Nullable Instant before,
      String sort,
      boolean descending,
      long offset,
      int size) {

    static Filter of(VerificationSearch search) {
      String text = search.text().strip().toUpperCase(Locale.ROOT);
      LogVerification.Outcome outcome = search.outcome();
      return new Filter(
          text.isEmpty() ? null : LikePattern.within(text),
          outcome == null ? null : outcome.name(),
          search.from(),
          search.before(),
          search.sort().name(),
          search.descending(),
          (search.page() - 1L) * search.size(),
          search.size());
    }
  }
}
