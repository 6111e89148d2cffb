package tw.gov.mocs.hub.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.application.QueueSearch.State;
import tw.gov.mocs.hub.shared.RocDate;

/** The queue of the reviewers. */
@Mapper
interface QueueMapper {

  /** Of one page, in its order. */
  List<Long> ids(@Param("search") Filter search);

  /** In any order. */
  List<QueueLine> lines(@Param("ids") List<Long> ids);

  long count(@Param("search") Filter search);

  /**
   * A search as it is bound.
   *
   * @param statusNames without RETURNED
   * @param returned whether those returned are shown whose time is not over
   * @param overdue whether those are whose time is over
   */
  record Filter(
      List<String> statusNames,
      boolean returned,
      boolean overdue,
      LocalDate today,
      @Nullable String agencyCode,
      @Nullable String agencyName,
      @Nullable String numberFrom,
      @Nullable String numberTo,
      @Nullable Instant submittedBefore,
      List<String> methodNames,
      String sort,
      boolean descending,
      long offset,
      int size) {

    private static final Set<State> OPEN =
        Set.of(State.PENDING, State.SECOND_REVIEW, State.RETURNED, State.OVERDUE);

    static Filter of(QueueSearch search, LocalDate today) {
      Set<State> states = search.states().isEmpty() ? OPEN : search.states();
      LocalDate until = search.submittedUntil();
      return new Filter(
          states.stream().flatMap(Filter::statuses).map(Enum::name).sorted().toList(),
          states.contains(State.RETURNED),
          states.contains(State.OVERDUE),
          today,
          Patterns.beginning(search.agency()),
          Patterns.within(search.agency()),
          Patterns.from(search.number()),
          Patterns.to(search.number()),
          until == null ? null : until.plusDays(1).atStartOfDay(RocDate.TAIPEI).toInstant(),
          search.methods().stream().map(Enum::name).sorted().toList(),
          search.sort().name(),
          search.descending(),
          (search.page() - 1L) * search.size(),
          search.size());
    }

    private static Stream<ApplicationStatus> statuses(State state) {
      return switch (state) {
        case PENDING -> Stream.of(ApplicationStatus.PENDING);
        case SECOND_REVIEW -> Stream.of(ApplicationStatus.SECOND_REVIEW);
        case RETURNED, OVERDUE -> Stream.of();
        case DONE ->
            Stream.of(
                ApplicationStatus.APPROVED,
                ApplicationStatus.PARTLY_APPROVED,
                ApplicationStatus.REJECTED,
                ApplicationStatus.WITHDRAWN);
      };
    }
  }
}
