package tw.gov.mocs.hub.exchange;

import java.util.List;

/**
 * What a SELECT looks like without its values; calls of one shape share one statement.
 *
 * @param table the first one, whose rows are read
 * @param columns selected
 * @param comparisons ANDed, in the order in which their values are bound
 * @param key the paging key of the first table, that rows are ordered by
 * @param joins further tables, each of which gives one row at most
 */
record SelectShape(
    QuotedIdentifier schema,
    QuotedIdentifier table,
    List<Column> columns,
    List<Comparison> comparisons,
    QuotedIdentifier key,
    List<Join> joins) {

  SelectShape {
    columns = List.copyOf(columns);
    comparisons = List.copyOf(comparisons);
    joins = List.copyOf(joins);
  }

  /**
   * A column of one of the tables.
   *
   * @param table 0 for the first, else the place of its join, from 1
   */
  record Column(int table, QuotedIdentifier name) {

    /** Of the first table. */
    static Column first(QuotedIdentifier name) {
      return new Column(0, name);
    }
  }

  /** A further table; its key equals a column of a table before it, or all of it is null. */
  record Join(QuotedIdentifier schema, QuotedIdentifier table, QuotedIdentifier key, Column from) {}

  /**
   * One comparison of a column with {@code values} bound values.
   *
   * @param charLength of the CHAR that each value is compared as; 0 to compare it as it is bound
   */
  record Comparison(Column column, Operator operator, int values, int charLength) {

    Comparison(Column column, Operator operator, int values) {
      this(column, operator, values, 0);
    }
  }

  /** How a column is compared. */
  enum Operator {
    IN,
    AT_LEAST,
    ABOVE,
    BELOW,
    AT_MOST
  }
}
