package tw.gov.mocs.hub.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.CallRecordMapper.Filter;
import tw.gov.mocs.hub.shared.Page;
import tw.gov.mocs.hub.shared.RocDate;

/**
 * 我的呼叫紀錄: what an agency may see of the log, which is its own calls of the last days: those served,
 * and those refused after their signature had held. Refusals before that are nobody's.
 *
 * <p>A list shows what {@link CallLine} has, a single call what {@link OwnCall} has. Never shown
 * are persons and criteria (the log has keyed hashes only, of no use to the caller), the true
 * reason of a refusal (it may tell of others) and the evidence. Who asks is the edge's to know:
 * every method takes the agency and answers nothing of another's.
 */
@Component
public class CallRecords {

  /** How far back an agency sees. */
  public static final Duration KEPT_IN_VIEW = Duration.ofDays(90);

  /** So many lines of one search can be turned to; who looks for more narrows the search. */
  public static final int MAX_LINES = 10_000;

  private static final int DAYS_OF_USE = 30;

  private final CallRecordMapper mapper;
  private final Clock clock;
  private final int maxLines;

  @Autowired
  CallRecords(CallRecordMapper mapper, Clock clock) {
    this(mapper, clock, MAX_LINES);
  }

  CallRecords(CallRecordMapper mapper, Clock clock, int maxLines) {
    this.mapper = mapper;
    this.clock = clock;
    this.maxLines = maxLines;
  }

  /**
   * One page of an agency's calls. The total counts up to {@link #MAX_LINES}; a list that holds
   * more says so ({@link Page#more}), and its pages end there.
   */
  public Page<CallLine> search(CallSearch search) {
    Instant earliest = earliest();
    Instant from = search.from();
    Instant since = from == null || from.isBefore(earliest) ? earliest : from;
    if (search.refusal() != null && search.outcome() == CallSearch.Outcome.SERVED) {
      return new Page<>(List.of(), search.page(), search.size(), 0);
    }
    long found = mapper.count(Filter.of(search, since, search.size()), maxLines + 1);
    long total = Math.min(found, maxLines);
    int here = (int) Math.max(0, Math.min(search.size(), total - search.offset()));
    List<CallLine> lines = here == 0 ? List.of() : mapper.search(Filter.of(search, since, here));
    return new Page<>(lines, search.page(), search.size(), total, found > maxLines);
  }

  /** One call, if it is of this agency and not too old. */
  public Optional<OwnCall> find(long agencyId, String recordId) {
    return Optional.ofNullable(mapper.find(agencyId, recordId, earliest()));
  }

  /** What an application has used; whose it is the caller knows. */
  public ApplicationUse useOf(String applicationNo) {
    LocalDate today = RocDate.dayOf(clock.instant());
    return new ApplicationUse(
        use(mapper.use(applicationNo, today, today)),
        use(mapper.use(applicationNo, today.minusDays(DAYS_OF_USE - 1L), today)));
  }

  private static QuotaUse use(@Nullable QuotaUse found) {
    return found == null ? new QuotaUse(0, 0) : found;
  }

  private Instant earliest() {
    return clock.instant().minus(KEPT_IN_VIEW);
  }
}
