package tw.gov.mocs.hub.audit;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.shared.Page;

/**
 * What auditors see of callers who had not shown who they are: refusals, counted by minute, cause
 * and address. Each look is an act in the log before its result is returned.
 */
@Component
public class StrangerRefusals {

  private final StrangerMapper mapper;
  private final AuditLog log;
  private final TransactionTemplate transactions;

  StrangerRefusals(StrangerMapper mapper, AuditLog log, TransactionTemplate transactions) {
    this.mapper = mapper;
    this.log = log;
    this.transactions = transactions;
  }

  /** One page of them; the total counts up to {@link LogSearches#MAX_LINES}, as of calls. */
  public Page<StrangerCount> search(StrangerSearch search, Actor auditor) {
    Act look =
        new Act(AuditAction.LOG_SEARCHED, auditor, "strangers", null, null, search.inWords(), null);
    transactions.executeWithoutResult(status -> log.act(look));
    long found = mapper.countLines(search, LogSearches.MAX_LINES + 1);
    long total = Math.min(found, LogSearches.MAX_LINES);
    int here = (int) Math.max(0, Math.min(search.size(), total - search.offset()));
    List<StrangerCount> lines =
        here == 0 ? List.of() : mapper.lines(search, search.sort().name(), here);
    return new Page<>(lines, search.page(), search.size(), total, found > LogSearches.MAX_LINES);
  }

  /** The codes for which strangers were refused, of all that is kept, in order. */
  public List<String> causes() {
    return mapper.causes();
  }
}
