package tw.gov.mocs.hub.exchange;

import java.util.List;

/**
 * What a SELECT looks like without its values; calls of one shape share one statement.
 *
 * @param columns selected
 * @param comparisons ANDed, in the order in which their values are bound
 * @param key the paging key that rows are ordered by
 */
record SelectShape(
    QuotedIdentifier schema,
    QuotedIdentifier table,
    List<QuotedIdentifier> columns,
    List<Comparison> comparisons,
    QuotedIdentifier key) {

  SelectShape {
    columns = List.copyOf(columns);
    comparisons = List.copyOf(comparisons);
  }

  /** One comparison of a column with {@code values} bound values. */
  record Comparison(QuotedIdentifier column, Operator operator, int values) {}

  /** How a column is compared. */
  enum Operator {
    IN,
    AT_LEAST,
    ABOVE,
    BELOW,
    AT_MOST
  }
}
