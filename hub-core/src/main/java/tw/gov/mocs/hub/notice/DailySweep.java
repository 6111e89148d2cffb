package tw.gov.mocs.hub.notice;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.shared.RocDate;

/**
 * Something that is done once on each Taipei day, by whichever node comes first: its mark is
 * committed with what it does, and the others wait for it.
 */
@Component
public class DailySweep {

  private final NoticeMapper mapper;
  private final TransactionTemplate transactions;
  private final Clock clock;

  DailySweep(NoticeMapper mapper, TransactionTemplate transactions, Clock clock) {
    this.mapper = mapper;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Does the work, given today, unless it was done today; if it throws, nothing was done.
   *
   * @return what the work returns; 0 if it was done before
   */
  public int run(String name, ToIntFunction<LocalDate> work) {
    LocalDate today = RocDate.dayOf(clock.instant());
    Integer done =
        transactions.execute(
            status -> mapper.takeSweep(name, today) == 0 ? 0 : work.applyAsInt(today));
    return requireNonNull(done, "done");
  }
}
