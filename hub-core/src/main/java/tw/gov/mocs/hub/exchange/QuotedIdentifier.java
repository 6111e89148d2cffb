package tw.gov.mocs.hub.exchange;

import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * The name of a schema, table or column as it really stands in the source, quoted for SQL.
 *
 * <p>Guarantee: {@link SourceTables} makes them from what the database itself lists, and a name
 * with a quote, which could end the quoting, is refused; so no text of a caller ever becomes SQL.
 */
record QuotedIdentifier(String sql) {

  QuotedIdentifier {
    if (sql.length() < 3 || sql.indexOf('"', 1) != sql.length() - 1) {
      throw new IllegalArgumentException("not a quoted identifier");
    }
  }

  /** Quotes a name. */
  static QuotedIdentifier of(String name) {
    if (name.isEmpty() || name.indexOf('"') >= 0 || name.indexOf('\0') >= 0) {
      throw new HubException(ErrorCode.SOURCE_DRIFT, "a name of the source cannot be quoted");
    }
    return new QuotedIdentifier('"' + name + '"');
  }
}
