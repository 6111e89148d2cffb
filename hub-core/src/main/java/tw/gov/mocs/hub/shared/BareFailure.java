package tw.gov.mocs.hub.shared;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A failure without its texts, for the program's own log: drivers and parsers quote the values they
 * choke on, which may be a person's. What stays are the kinds, the SQLSTATEs and the places.
 */
public final class BareFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private BareFailure(Throwable failure) {
    super(text(failure), null);
  }

  /** The failure with its kinds only; the stack trace is that of its deepest cause. */
  public static BareFailure of(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    BareFailure bare = new BareFailure(failure);
    bare.setStackTrace(deepest.getStackTrace());
    return bare;
  }

  private static String text(@Nullable Throwable failure) {
    StringBuilder text = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      text.append(text.isEmpty() ? "" : " by ").append(cause.getClass().getSimpleName());
      if (cause instanceof SQLException sql) {
        text.append(" (SQLSTATE %s, code %d)".formatted(sql.getSQLState(), sql.getErrorCode()));
      }
    }
    return text.toString();
  }
}
