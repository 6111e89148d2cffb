package tw.gov.mocs.hub.exchange;

import static org.mybatis.dynamic.sql.SqlBuilder.equalTo;
import static org.mybatis.dynamic.sql.SqlBuilder.isEqualTo;
import static org.mybatis.dynamic.sql.SqlBuilder.isGreaterThan;
import static org.mybatis.dynamic.sql.SqlBuilder.isGreaterThanOrEqualTo;
import static org.mybatis.dynamic.sql.SqlBuilder.isIn;
import static org.mybatis.dynamic.sql.SqlBuilder.isLessThan;
import static org.mybatis.dynamic.sql.SqlBuilder.isLessThanOrEqualTo;
import static org.mybatis.dynamic.sql.SqlBuilder.select;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.mybatis.dynamic.sql.BindableColumn;
import org.mybatis.dynamic.sql.SortSpecification;
import org.mybatis.dynamic.sql.SqlBuilder;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;
import org.mybatis.dynamic.sql.VisitableCondition;
import org.mybatis.dynamic.sql.render.RenderingStrategy;
import org.mybatis.dynamic.sql.select.QueryExpressionDSL;
import org.mybatis.dynamic.sql.select.SelectModel;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.exchange.SelectShape.Column;
import tw.gov.mocs.hub.exchange.SelectShape.Comparison;
import tw.gov.mocs.hub.exchange.SelectShape.Join;
import tw.gov.mocs.hub.exchange.SelectShape.Operator;

/**
 * The one place where SQL is composed: from {@link QuotedIdentifier}s and question marks alone.
 * Each shape is rendered once.
 */
@Component
class SelectStatements {

  private static final Object ANY = 0;
  private static final RenderingStrategy QUESTION_MARKS = new Marks("?");
  private final Cache<SelectShape, String> rendered =
      Caffeine.newBuilder().maximumSize(1_000).build();

  /**
   * The SELECT of this shape. Bound are the values of its comparisons in their order, then how many
   * rows to fetch.
   */
  String sql(SelectShape shape) {
    return rendered.get(shape, SelectStatements::render);
  }

  /** How many rows a SELECT of this shape finds; bound are the values of its comparisons alone. */
  static String count(SelectShape shape) {
    Tables tables = Tables.of(shape);
    return where(tables.from(select(SqlBuilder.count())), shape, tables)
        .build()
        .render(QUESTION_MARKS)
        .getSelectStatement();
  }

  private static String render(SelectShape shape) {
    Tables tables = Tables.of(shape);
    List<SqlColumn<Object>> columns = shape.columns().stream().map(tables::column).toList();
    return where(tables.from(select(columns)), shape, tables)
        .orderBy(order(shape, tables))
        .fetchFirst(1)
        .rowsOnly()
        .build()
        .render(QUESTION_MARKS)
        .getSelectStatement();
  }

  private static QueryExpressionDSL<SelectModel> where(
      QueryExpressionDSL<SelectModel> query, SelectShape shape, Tables tables) {
    if (!shape.comparisons().isEmpty()) {
      var where = query.where();
      for (Comparison comparison : shape.comparisons()) {
        where.and(compared(tables, comparison), condition(comparison));
      }
    }
    return query;
  }

  /**
   * Oracle pads the shorter with blanks only where both are CHAR; to all others that is one more
   * way to write what they do anyway.
   */
  private static SqlColumn<Object> compared(Tables tables, Comparison comparison) {
    SqlColumn<Object> column = tables.column(comparison.column());
    int length = comparison.charLength();
    return length == 0
        ? column
        : column.withRenderingStrategy(new Marks("CAST(? AS CHAR(" + length + "))"));
  }

  /**
   * By the key; before it the columns of which all rows have one value. That changes no order, but
   * H2 sorts all that is left for every page unless an index begins with the whole ORDER BY.
   */
  private static List<SortSpecification> order(SelectShape shape, Tables tables) {
    List<SortSpecification> order = new ArrayList<>();
    Column key = Column.first(shape.key());
    shape.comparisons().stream()
        .filter(comparison -> comparison.operator() == Operator.IN && comparison.values() == 1)
        .map(Comparison::column)
        .filter(column -> column.table() == 0 && !column.equals(key))
        .distinct()
        .forEach(column -> order.add(tables.sorted(column)));
    order.add(tables.sorted(key));
    return order;
  }

  /** The tables of a shape, with aliases where there are several. */
  private record Tables(SelectShape shape, List<SqlTable> all) {

    static Tables of(SelectShape shape) {
      List<SqlTable> all = new ArrayList<>();
      all.add(table(shape.schema(), shape.table()));
      shape.joins().forEach(join -> all.add(table(join.schema(), join.table())));
      return new Tables(shape, all);
    }

    private static SqlTable table(QuotedIdentifier schema, QuotedIdentifier table) {
      return SqlTable.of(schema.sql() + "." + table.sql());
    }

    private static String alias(int table) {
      return "t" + table;
    }

    SqlColumn<Object> column(Column column) {
      return all.get(column.table()).column(column.name().sql());
    }

    SortSpecification sorted(Column column) {
      return shape.joins().isEmpty()
          ? column(column)
          : SqlBuilder.sortColumn(alias(column.table()), column(column));
    }

    QueryExpressionDSL<SelectModel> from(QueryExpressionDSL.FromGatherer<SelectModel> select) {
      if (shape.joins().isEmpty()) {
        return select.from(all.get(0));
      }
      QueryExpressionDSL<SelectModel> query = select.from(all.get(0), alias(0));
      for (int i = 1; i < all.size(); i++) {
        Join join = shape.joins().get(i - 1);
        SqlColumn<Object> key = column(new Column(i, join.key()));
        query.leftJoin(all.get(i), alias(i)).on(key, equalTo(column(join.from())));
      }
      return query;
    }
  }

  private static VisitableCondition<Object> condition(Comparison comparison) {
    return switch (comparison.operator()) {
      case IN ->
          comparison.values() == 1
              ? isEqualTo(ANY)
              : isIn(Collections.nCopies(comparison.values(), ANY));
      case AT_LEAST -> isGreaterThanOrEqualTo(ANY);
      case ABOVE -> isGreaterThan(ANY);
      case BELOW -> isLessThan(ANY);
      case AT_MOST -> isLessThanOrEqualTo(ANY);
    };
  }

  /** A question mark for each value, or what makes a value of it. */
  private static final class Marks extends RenderingStrategy {

    private final String mark;

    Marks(String mark) {
      this.mark = mark;
    }

    @Override
    public String getFormattedJdbcPlaceholder(
        BindableColumn<?> column, String prefix, String parameterName) {
      return mark;
    }

    @Override
    public String getFormattedJdbcPlaceholder(String prefix, String parameterName) {
      return mark;
    }

    @Override
    public String getRecordBasedInsertBinding(BindableColumn<?> column, String parameterName) {
      throw new UnsupportedOperationException("the source is only read");
    }
  }
}
