package tw.gov.mocs.hub.exchange;

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
import tw.gov.mocs.hub.exchange.SelectShape.Comparison;
import tw.gov.mocs.hub.exchange.SelectShape.Operator;

/**
 * The one place where SQL is composed: from {@link QuotedIdentifier}s and question marks alone.
 * Each shape is rendered once.
 */
@Component
class SelectStatements {

  private static final Object ANY = 0;
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
    SqlTable table = SqlTable.of(shape.schema().sql() + "." + shape.table().sql());
    var query = select(SqlBuilder.count()).from(table);
    if (!shape.comparisons().isEmpty()) {
      var where = query.where();
      for (Comparison comparison : shape.comparisons()) {
        where.and(table.column(comparison.column().sql()), condition(comparison));
      }
    }
    return query.build().render(QUESTION_MARKS).getSelectStatement();
  }

  private static String render(SelectShape shape) {
    SqlTable table = SqlTable.of(shape.schema().sql() + "." + shape.table().sql());
    List<SqlColumn<Object>> columns =
        shape.columns().stream().map(name -> table.column(name.sql())).toList();
    QueryExpressionDSL<SelectModel> query = select(columns).from(table);
    if (!shape.comparisons().isEmpty()) {
      var where = query.where();
      for (Comparison comparison : shape.comparisons()) {
        where.and(table.column(comparison.column().sql()), condition(comparison));
      }
    }
    SqlColumn<Object> key = table.column(shape.key().sql());
    return query
        .orderBy(order(shape, table, key))
        .fetchFirst(1)
        .rowsOnly()
        .build()
        .render(QUESTION_MARKS)
        .getSelectStatement();
  }

  /**
   * By the key; before it the columns of which all rows have one value. That changes no order, but
   * H2 sorts all that is left for every page unless an index begins with the whole ORDER BY.
   */
  private static List<SortSpecification> order(
      SelectShape shape, SqlTable table, SqlColumn<Object> key) {
    List<SortSpecification> order = new ArrayList<>();
    shape.comparisons().stream()
        .filter(comparison -> comparison.operator() == Operator.IN && comparison.values() == 1)
        .map(comparison -> comparison.column())
        .filter(column -> !column.equals(shape.key()))
        .distinct()
        .forEach(column -> order.add(table.column(column.sql())));
    order.add(key);
    return order;
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

  private static final RenderingStrategy QUESTION_MARKS =
      new RenderingStrategy() {
        @Override
        public String getFormattedJdbcPlaceholder(
            BindableColumn<?> column, String prefix, String parameterName) {
          return "?";
        }

        @Override
        public String getFormattedJdbcPlaceholder(String prefix, String parameterName) {
          return "?";
        }

        @Override
        public String getRecordBasedInsertBinding(BindableColumn<?> column, String parameterName) {
          throw new UnsupportedOperationException("the source is only read");
        }
      };
}
