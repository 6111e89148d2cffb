package tw.gov.mocs.hub.exchange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.catalogue.DataClass;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.ExchangeTable;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.RowSource;
import tw.gov.mocs.hub.catalogue.TableJoin;
import tw.gov.mocs.hub.exchange.SelectShape.Column;
import tw.gov.mocs.hub.exchange.SelectShape.Comparison;
import tw.gov.mocs.hub.exchange.SelectShape.Join;
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

  static SourceQuery of(ReadPlan plan, List<SourceTable> sources) {
    return new Tables(plan.service().table(), plan.service().joins(), sources)
        .query(plan.fields(), plan.conditions(), plan.afterKey());
  }

  /** The first rows of a service, of all its fields. */
  static SourceQuery of(ExchangeService service, List<SourceTable> sources) {
    return new Tables(service.table(), service.joins(), sources)
        .query(service.fields(), List.of(), null);
  }

  /** The same for a file, without a call. */
  static SourceQuery of(
      RowSource source,
      List<Field> fields,
      List<Condition> conditions,
      @Nullable String afterKey,
      List<SourceTable> sources) {
    return new Tables(source.table(), source.joins(), sources).query(fields, conditions, afterKey);
  }

  /** A column of the source and in which of the tables it stands. */
  private record Place(Column column, SourceColumn found) {}

  /** The tables that are read and how the source has them, in the same order. */
  private record Tables(ExchangeTable first, List<TableJoin> joins, List<SourceTable> sources) {

    SourceQuery query(List<Field> fields, List<Condition> conditions, @Nullable String afterKey) {
      List<Column> columns = new ArrayList<>();
      List<LexicalForm> forms = new ArrayList<>();
      Set<Integer> persons = new LinkedHashSet<>();
      for (Field field : fields) {
        Place place = of(field);
        columns.add(place.column());
        forms.add(LexicalForm.of(field, place.found().kind()));
        // Whoever is named by a returned identifier (遺族, 原身分證統一編號) is a person whose data
        // leave too.
        if (field.dataClass() == DataClass.IDENTIFIER) {
          persons.add(columns.size());
        }
      }
      Place key = of(0, first.pagingKey());
      int keyColumn = place(columns, key.column());
      addSubject(first, 0, columns, persons);
      for (int i = 0; i < joins.size(); i++) {
        addSubject(joins.get(i).table(), i + 1, columns, persons);
      }
      List<Comparison> comparisons = new ArrayList<>();
      List<Object> values = new ArrayList<>();
      for (Condition condition : conditions) {
        Place place = of(placeOf(condition.table()), condition.field().columnName());
        add(condition, place, comparisons, values);
      }
      if (afterKey != null) {
        add(key, Operator.ABOVE, List.of(afterKey), comparisons, values);
      }
      SourceTable source = sources.get(0);
      SelectShape shape =
          new SelectShape(
              source.schema(), source.name(), columns, comparisons, key.column().name(), joined());
      return new SourceQuery(shape, forms, keyColumn, List.copyOf(persons), values);
    }

    private void addSubject(
        ExchangeTable table, int place, List<Column> columns, Set<Integer> persons) {
      String subject = table.subjectColumn();
      if (subject != null) {
        persons.add(place(columns, of(place, subject).column()));
      }
    }

    private List<Join> joined() {
      List<Join> all = new ArrayList<>();
      for (int i = 0; i < joins.size(); i++) {
        TableJoin join = joins.get(i);
        SourceTable source = sources.get(i + 1);
        all.add(
            new Join(
                source.schema(),
                source.name(),
                source.column(join.keyColumn()).name(),
                of(placeOf(join.fromTable()), join.fromColumn()).column()));
      }
      return all;
    }

    private int placeOf(String table) {
      for (int i = 0; i < joins.size(); i++) {
        if (joins.get(i).table().name().equals(table)) {
          return i + 1;
        }
      }
      return 0;
    }

    /** Of a field that the service offers. */
    private Place of(Field field) {
      for (int i = 0; i < joins.size(); i++) {
        if (joins.get(i).offers(field.xmlName())) {
          return of(i + 1, field.columnName());
        }
      }
      return of(0, field.columnName());
    }

    private Place of(int table, String columnName) {
      SourceColumn found = sources.get(table).column(columnName);
      return new Place(new Column(table, found.name()), found);
    }
  }

  /** The place of the column among the selected ones; it is added when it is not there. */
  private static int place(List<Column> columns, Column column) {
    int at = columns.indexOf(column);
    if (at >= 0) {
      return at + 1;
    }
    columns.add(column);
    return columns.size();
  }

  private static void add(
      Condition condition, Place place, List<Comparison> comparisons, List<Object> values) {
    if (condition instanceof Condition.AnyOf any) {
      add(place, Operator.IN, any.values(), comparisons, values);
    } else if (condition instanceof Condition.Between range) {
      if (range.from() != null) {
        add(place, Operator.AT_LEAST, List.of(range.from()), comparisons, values);
      }
      if (range.to() != null) {
        Operator end = range.toIncluded() ? Operator.AT_MOST : Operator.BELOW;
        add(place, end, List.of(range.to()), comparisons, values);
      }
    }
  }

  private static void add(
      Place place,
      Operator operator,
      List<?> compared,
      List<Comparison> comparisons,
      List<Object> values) {
    SourceColumn column = place.found();
    List<Object> bound = new ArrayList<>();
    int room = room(compared.size());
    for (int i = 0; i < room; i++) {
      bound.add(column.bound(compared.get(Math.min(i, compared.size() - 1))));
    }
    comparisons.add(new Comparison(place.column(), operator, room, column.charLength(bound)));
    values.addAll(bound);
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
