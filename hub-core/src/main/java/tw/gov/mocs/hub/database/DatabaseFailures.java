package tw.gov.mocs.hub.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** What an unexpected failure means to a caller: is the hub's own database away, or is it a bug? */
public final class DatabaseFailures {

  /** ISO 9075 and PostgreSQL: connection, resources, intervention by an operator, system error. */
  private static final Set<String> AWAY = Set.of("08", "53", "57", "58");

  /** Both its SQLSTATE and its code: {@code org.h2.api.ErrorCode.DATABASE_IS_CLOSED}. */
  private static final int H2_CLOSED = 90_098;

  /** {@code org.h2.api.ErrorCode.DATABASE_ALREADY_OPEN_1}. */
  private static final int H2_ALREADY_OPEN = 90_020;

  /** The file as H2 names it, after the kind of its file system if that is not the usual. */
  private static final Pattern H2_FILE = Pattern.compile("in use: \"(?:[a-z]+:)?([^\"]+)\"");

  private DatabaseFailures() {}

  /** DATABASE_UNAVAILABLE or INTERNAL_ERROR, with the kind of the failure alone. */
  public static HubException of(Throwable failure) {
    // Never the text: it may hold a value of a row.
    return new HubException(
        isAway(failure) ? ErrorCode.DATABASE_UNAVAILABLE : ErrorCode.INTERNAL_ERROR,
        "failed by " + failure.getClass().getName(),
        failure);
  }

  /**
   * The file of the embedded database that another process has open, if that is the reason; "?"
   * where it is not named.
   */
  public static Optional<String> fileOpenElsewhere(Throwable failure) {
    boolean open = false;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getErrorCode() == H2_ALREADY_OPEN) {
        open = true;
        Matcher file = H2_FILE.matcher(String.valueOf(sql.getMessage()));
        if (file.find()) {
          return Optional.of(file.group(1));
        }
      }
    }
    return open ? Optional.of("?") : Optional.empty();
  }

  /**
   * Whether the embedded database has closed itself: it does so when it cannot write its file, and
   * is not opened again by the process that had it open.
   */
  static boolean hasClosedItself(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && sql.getErrorCode() == H2_CLOSED
          && String.valueOf(H2_CLOSED).equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
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
