package tw.gov.mocs.hub.exchange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.catalogue.DataClass;
import tw.gov.mocs.hub.catalogue.ExchangeTable;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.exchange.SelectShape.Comparison;
import tw.gov.mocs.hub.exchange.SelectShape.Operator;

/**
 * A plan against the real columns of the source: selected are the granted fields, the paging key
 * and the subject key, nothing else.
 *
 * @param forms how each returned field is read, in the order of the plan; also its column's place
 * @param keyColumn place of the paging key among the selected columns, from 1
 * @param personColumns places of the columns that say whose data a row is
 * @param values bound, in order, without the number of rows
 */
record SourceQuery(
    SelectShape shape,
    List<LexicalForm> forms,
    int keyColumn,
    List<Integer> personColumns,
    List<Object> values) {

  static SourceQuery of(ReadPlan plan, SourceTable source) {
    return of(plan.service().table(), plan.fields(), plan.conditions(), plan.afterKey(), source);
  }

  /** The same of a table, without a call. */
  static SourceQuery of(
      ExchangeTable table,
      List<Field> fields,
      List<Condition> conditions,
      @Nullable String afterKey,
      SourceTable source) {
    List<QuotedIdentifier> columns = new ArrayList<>();
    List<LexicalForm> forms = new ArrayList<>();
    Set<Integer> persons = new LinkedHashSet<>();
    for (Field field : fields) {
      SourceColumn column = source.column(field.columnName());
      columns.add(column.name());
      forms.add(LexicalForm.of(field, column.kind()));
      // Whoever is named by a returned identifier (遺族, 原身分證統一編號) is a person whose data leave too.
      if (field.dataClass() == DataClass.IDENTIFIER) {
        persons.add(columns.size());
      }
    }
    SourceColumn key = source.column(table.pagingKey());
    int keyColumn = place(columns, key);
    if (table.subjectColumn() != null) {
      persons.add(place(columns, source.column(table.subjectColumn())));
    }
    List<Comparison> comparisons = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (Condition condition : conditions) {
      add(condition, source.column(condition.field().columnName()), comparisons, values);
    }
    if (afterKey != null) {
      comparisons.add(new Comparison(key.name(), Operator.ABOVE, 1));
      values.add(key.bound(afterKey));
    }
    SelectShape shape =
        new SelectShape(source.schema(), source.name(), columns, comparisons, key.name());
    return new SourceQuery(shape, forms, keyColumn, List.copyOf(persons), values);
  }

  /** The place of the column among the selected ones; it is added when it is not there. */
  private static int place(List<QuotedIdentifier> columns, SourceColumn column) {
    int at = columns.indexOf(column.name());
    if (at >= 0) {
      return at + 1;
    }
    columns.add(column.name());
    return columns.size();
  }

  private static void add(
      Condition condition, SourceColumn column, List<Comparison> comparisons, List<Object> values) {
    if (condition instanceof Condition.AnyOf any) {
      int room = room(any.values().size());
      comparisons.add(new Comparison(column.name(), Operator.IN, room));
      for (int i = 0; i < room; i++) {
        values.add(column.bound(any.values().get(Math.min(i, any.values().size() - 1))));
      }
    } else if (condition instanceof Condition.Between range) {
      if (range.from() != null) {
        comparisons.add(new Comparison(column.name(), Operator.AT_LEAST, 1));
        values.add(column.bound(range.from()));
      }
      if (range.to() != null) {
        Operator end = range.toIncluded() ? Operator.AT_MOST : Operator.BELOW;
        comparisons.add(new Comparison(column.name(), end, 1));
        values.add(column.bound(range.to()));
      }
    }
  }

  /**
   * Lists are filled up, by repeating the last value, to a few lengths: the source then keeps a few
   * statements instead of a thousand. Oracle takes no more than 1,000 in one list.
   */
  private static int room(int values) {
    int power = Integer.highestOneBit(values);
    return power == values ? values : Math.min(1_000, Math.max(values, power * 2));
  }
}
