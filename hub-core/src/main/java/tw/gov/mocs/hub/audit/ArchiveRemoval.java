package tw.gov.mocs.hub.audit;

import org.apache.ibatis.session.SqlSessionFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes archived records out of the database, in small batches by their key. Done again it does no
 * harm.
 */
@Component
class ArchiveRemoval {

  private static final int BATCH = 500;

  private final ArchiveMapper mapper;
  private final Batches batches;
  private final LogIndex index;
  private final TransactionTemplate transactions;

  ArchiveRemoval(
      ArchiveMapper mapper,
      SqlSessionFactory sessions,
      LogIndex index,
      TransactionTemplate transactions) {
    this.mapper = mapper;
    this.batches = new Batches(sessions);
    this.index = index;
    this.transactions = transactions;
  }

  /**
   * Removes the records of an archive.
   *
   * @param afterBatch called after each commit
   */
  void remove(long archive, Runnable afterBatch) {
    // Else the index might take up afterwards what is removed here.
    index.indexAll();
    for (ArchiveMapper.Part part : mapper.parts(archive)) {
      for (long first = part.firstSeq(); first <= part.lastSeq(); first += BATCH) {
        long from = first;
        long to = Math.min(part.lastSeq(), first + BATCH - 1);
        while (!removed(part.nodeId(), from, to)) {
          // It was thrown away meanwhile.
          index.indexAll();
        }
        afterBatch.run();
      }
    }
  }

  private boolean removed(long nodeId, long first, long last) {
    Boolean done = transactions.execute(status -> removeRows(nodeId, first, last));
    return done != null && done;
  }

  /** False if the chain has no index that could be locked: nothing is removed then. */
  private boolean removeRows(long nodeId, long first, long last) {
    ArchiveMapper batch = batches.mapper(ArchiveMapper.class);
    LogIndexMapper indexed = batches.mapper(LogIndexMapper.class);
    // Who fills the index, or throws it away, comes before or after all of this.
    if (indexed.lock(nodeId) == null) {
      return false;
    }
    indexed.removePersons(nodeId, first, last);
    indexed.removeAsked(nodeId, first, last);
    indexed.removeCalls(nodeId, first, last);
    batch.removeEvidence(nodeId, first, last);
    batch.removeCalls(nodeId, first, last);
    batch.removeActs(nodeId, first, last);
    batch.removeRows(nodeId, first, last);
    batches.flush();
    return true;
  }
}
