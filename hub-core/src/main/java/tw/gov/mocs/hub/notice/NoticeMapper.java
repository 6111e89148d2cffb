package tw.gov.mocs.hub.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** The outbox in the database. */
@Mapper
interface NoticeMapper {

  int insert(@Param("row") NewNotice row);

  /** How many notices have this key: 1 or 0. */
  int countOnce(@Param("onceKey") String onceKey);

  Optional<Notice> get(@Param("id") long id);

  List<Notice> search(@Param("search") Filter search);

  long count(@Param("search") Filter search);

  /** The notices to be tried by now, those that wait longest first. */
  List<Due> due(@Param("now") Instant now, @Param("limit") int limit);

  /** Takes a notice for an attempt; 0 if another node was quicker. */
  int claim(@Param("due") Due due, @Param("until") Instant until);

  int markSent(
      @Param("id") long id, @Param("version") int version, @Param("sentAt") Instant sentAt);

  int markTried(
      @Param("id") long id,
      @Param("version") int version,
      @Param("state") NoticeState state,
      @Param("nextAttemptAt") Instant nextAttemptAt,
      @Param("lastError") String lastError);

  /** Lets one that was given up wait again, to this contact; 0 if none, or of another version. */
  int markWaiting(
      @Param("id") long id,
      @Param("version") int version,
      @Param("contact") @Nullable String contact,
      @Param("now") Instant now);

  /** Takes the sweep of the day; 0 if it was done, for which it waits. */
  int takeSweep(@Param("sweep") String sweep, @Param("today") LocalDate today);

  /** A notice to be stored. */
  record NewNotice(
      NoticeKind kind,
      String recipient,
      String subject,
      String text,
      String about,
      @Nullable String onceKey,
      NoticeState state,
      Instant createdAt,
      @Nullable String lastError) {}

  /** A notice that may be tried, as it was found. */
  record Due(long id, int version) {}

  /** A search as it is bound. */
  record Filter(
      List<String> stateNames,
      List<String> kindNames,
      @Nullable String about,
      @Nullable Instant from,
      @Nullable Instant before,
      String sort,
      boolean descending,
      long offset,
      int size) {

    static Filter of(NoticeSearch search) {
      String about = search.about();
      return new Filter(
          search.states().stream().map(Enum::name).sorted().toList(),
          search.kinds().stream().map(Enum::name).sorted().toList(),
          about == null || about.isBlank() ? null : about.strip(),
          search.from(),
          search.before(),
          search.sort().name(),
          search.descending(),
          (search.page() - 1L) * search.size(),
          search.size());
    }
  }
}
