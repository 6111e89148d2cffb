package tw.gov.mocs.hub.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** What an unexpected failure means to a caller: is the hub's own database away, or is it a bug? */
public final class DatabaseFailures {

  /** ISO 9075 and PostgreSQL: connection, resources, intervention by an operator, system error. */
  private static final Set<String> AWAY = Set.of("08", "53", "57", "58");

  private DatabaseFailures() {}

  /** DATABASE_UNAVAILABLE or INTERNAL_ERROR, with the kind of the failure alone. */
  public static HubException of(Throwable failure) {
    // Never the text: it may hold a value of a row.
    return new HubException(
        isAway(failure) ? ErrorCode.DATABASE_UNAVAILABLE : ErrorCode.INTERNAL_ERROR,
        "failed by " + failure.getClass().getName(),
        failure);
  }

  private static boolean isAway(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      // Where even the rollback fails, the reason of it all is no longer among the causes.
      if (cause instanceof TransactionSystemException
          || (cause instanceof SQLException sql && isAway(sql))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAway(SQLException failure) {
    String state = failure.getSQLState();
    return failure instanceof SQLTransientConnectionException
        || failure instanceof SQLNonTransientConnectionException
        || failure instanceof SQLRecoverableException
        || failure instanceof SQLTimeoutException
        || (state != null && state.length() == 5 && AWAY.contains(state.substring(0, 2)));
  }
}
