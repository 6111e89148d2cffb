package tw.gov.mocs.hub.audit;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.audit.LogIndexMapper.Chain;
import tw.gov.mocs.hub.audit.StoredRowMapper.StrayRow;

/**
 * Throws away what auditors find calls by: the index that was changed, or lost lines. The running
 * hub makes it anew from the log, and each search waits for it.
 */
@Component
public class LogIndexRemake {

  /** So few that each statement ends in good time. */
  private static final int ROWS_AT_ONCE = 10_000;

  private final LogIndexMapper mapper;
  private final AuditLog log;
  private final TransactionTemplate transactions;

  LogIndexRemake(LogIndexMapper mapper, AuditLog log, TransactionTemplate transactions) {
    this.mapper = mapper;
    this.log = log;
    this.transactions = transactions;
  }

  /**
   * Throws the index away, all at once.
   *
   * @return how many lines it had
   */
  public long remake(Actor actor) {
    Long lines =
        transactions.execute(
            status -> {
              long removed = removeAll();
              String what = removed + " lines thrown away";
              log.act(
                  new Act(
                      AuditAction.LOG_INDEX_REMADE, actor, "search index", null, null, what, null));
              return removed;
            });
    return lines == null ? 0 : lines;
  }

  private long removeAll() {
    List<Chain> chains = mapper.chains();
    // The state first: who fills the index meanwhile waits here, and begins at the first row then.
    mapper.removeStates();
    long removed = 0;
    for (Chain chain : chains) {
      for (long first = 1; first <= chain.lastSeq(); first += ROWS_AT_ONCE) {
        removed += remove(chain.nodeId(), first, first + ROWS_AT_ONCE - 1);
      }
    }
    StrayRow left = mapper.strayLine();
    while (left != null) {
      removed += remove(left.nodeId(), left.seq(), Long.MAX_VALUE);
      left = mapper.strayLine();
    }
    return removed;
  }

  private long remove(long nodeId, long first, long last) {
    return (long) mapper.removeCalls(nodeId, first, last)
        + mapper.removePersons(nodeId, first, last)
        + mapper.removeAsked(nodeId, first, last);
  }
}
