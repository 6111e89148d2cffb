package tw.gov.mocs.hub.audit;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.TransactionStatus;

/** A step of a transaction that may be undone by itself. */
final class Savepoints {

  private Savepoints() {}

  /** Runs the insert; false, and as if it had not run, if somebody else holds its key. */
  static boolean unlessDuplicate(TransactionStatus transaction, Runnable insert) {
    Object savepoint = transaction.createSavepoint();
    try {
      insert.run();
      transaction.releaseSavepoint(savepoint);
      return true;
    } catch (DuplicateKeyException e) {
      transaction.rollbackToSavepoint(savepoint);
      return false;
    }
  }
}
