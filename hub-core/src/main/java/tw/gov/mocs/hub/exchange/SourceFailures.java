package tw.gov.mocs.hub.exchange;

import java.sql.SQLException;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** What a failure of the source means to a caller. */
final class SourceFailures {

  private SourceFailures() {}

  /** SOURCE_DRIFT, SOURCE_UNAVAILABLE or INTERNAL_ERROR. */
  static HubException of(SQLException failure) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    ErrorCode code =
        switch (state.length() < 2 ? "" : state.substring(0, 2)) {
          // Syntax error or access rule violation: a table, column or right that was there is gone.
          case "42" -> ErrorCode.SOURCE_DRIFT;
          // Data exception: a statement of ours did not fit.
          case "22" -> ErrorCode.INTERNAL_ERROR;
          default -> ErrorCode.SOURCE_UNAVAILABLE;
        };
    // Never the text: databases quote the values that they choke on.
    String detail =
        "the source failed: SQLSTATE %s, code %d".formatted(state, failure.getErrorCode());
    return new HubException(code, detail, failure);
  }
}
