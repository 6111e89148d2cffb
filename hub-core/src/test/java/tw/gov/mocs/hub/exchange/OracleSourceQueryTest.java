package tw.gov.mocs.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.application.RowCondition;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.catalogue.ExchangeTable;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.PurposeRule;
import tw.gov.mocs.hub.catalogue.RowSource;
import tw.gov.mocs.hub.catalogue.ServiceStatus;
import tw.gov.mocs.hub.catalogue.TableJoin;
import tw.gov.mocs.hub.database.OracleGate;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.exchange.SelectShape.Comparison;
import tw.gov.mocs.hub.exchange.SourceColumn.Kind;

/** The statements that are composed for the source, judged as Oracle would. */
class OracleSourceQueryTest {

  private static final AgencyCode AGENCY = new AgencyCode("301000000A");

  private static CatalogueSnapshot catalogue() {
    return TestCore.shared(TestDatabase.H2).getBean(Catalogue.class).current();
  }

  private static Stream<ExchangeTable> tables() {
    return catalogue().tables().values().stream().filter(table -> !table.pagingKey().isEmpty());
  }

  /** Every service and table of the catalogue, and two tables that are joined. */
  static List<Named> sources() {
    List<RowSource> all = new ArrayList<>();
    catalogue().services().values().forEach(service -> all.add(RowSource.of(service)));
    tables().forEach(table -> all.add(RowSource.of(table)));
    all.add(joined());
    return all.stream().map(Named::new).toList();
  }

  /** What a test reads, by its name. */
  record Named(RowSource source) {

    @Override
    public String toString() {
      return source.name();
    }
  }

  private static RowSource joined() {
    List<ExchangeTable> two =
        tables().sorted((one, other) -> one.name().compareTo(other.name())).limit(2).toList();
    ExchangeTable first = two.get(0);
    ExchangeTable second = two.get(1);
    List<Field> fields = new ArrayList<>(first.fields());
    List<Field> further =
        second.fields().stream()
            .filter(field -> first.findField(field.xmlName()).isEmpty())
            .toList();
    fields.addAll(further);
    TableJoin join =
        new TableJoin(second, second.pagingKey(), first.name(), first.pagingKey(), further);
    return new RowSource(
        "joined", "", "", first, List.of(join), fields, PurposeRule.ANY, ServiceStatus.OPEN, "");
  }

  @ParameterizedTest
  @MethodSource("sources")
  void takesTheFirstPage(Named of) {
    takes(query(of.source(), List.of(), null));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void takesTheNextPageUnderConditionsOnEveryField(Named of) {
    takes(query(of.source(), conditions(of.source()), "1"));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void takesTheNumberOfRows(Named of) {
    SourceQuery query = query(of.source(), conditions(of.source()), null);
    String sql = SelectStatements.count(query.shape());
    assertThat(OracleGate.faults(sql)).as(sql).isEmpty();
  }

  @Test
  void takesAThousandValues() {
    Field field = Samples.FIELDS.get(0);
    RowSource source = RowSource.of(Samples.service());
    List<Object> values = Collections.nCopies(1_000, "1");
    takes(query(source, List.of(new Condition.AnyOf(source.table().name(), field, values)), null));
  }

  /**
   * Oracle compares CHAR with VARCHAR2 blank by blank: nothing shorter than its column is found.
   */
  @ParameterizedTest
  @MethodSource("sources")
  void comparesColumnsOfFixedLengthAsSuch(Named of) {
    SourceQuery query = query(of.source(), conditions(of.source()), "1");
    assertThat(new SelectStatements().sql(query.shape()).replaceAll("fetch first .*", ""))
        .contains("CAST(? AS CHAR(32))")
        .doesNotContainPattern("[^(]\\?");
  }

  @Test
  void holdsEachValueWhole() {
    RowSource source = RowSource.of(Samples.service());
    Field field = Samples.FIELDS.get(0);
    List<Object> values = List.of("1", "\u570b".repeat(11));
    Condition any = new Condition.AnyOf(source.table().name(), field, values);
    assertThat(query(source, List.of(any), null).shape().comparisons())
        .extracting(Comparison::charLength)
        .containsExactly(256);
  }

  @Test
  void bindsNoYearThatOracleDoesNotKnow() {
    RowSource source = RowSource.of(Samples.service());
    List<RowCondition> ranges =
        List.of(
            new RowCondition(
                "actionDate", RowCondition.Operator.BETWEEN, List.of("2026-01-01", "9999-12-31")),
            new RowCondition(
                "updatedAt",
                RowCondition.Operator.BETWEEN,
                List.of("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00")));
    for (Kind kind : List.of(Kind.DAY, Kind.LOCAL_TIME, Kind.ZONED_TIME)) {
      List<SourceTable> found = source.tables().map(table -> inOracle(table, kind)).toList();
      List<Condition> conditions = RowConditions.of(ranges, source, AGENCY);
      assertThat(
              SourceQuery.of(source, source.fields(), conditions, null, found).values().stream()
                  .map(Object::toString))
          .hasSize(3)
          .allMatch(value -> value.matches("[0-9]{4}-.*"))
          .noneMatch(value -> value.startsWith("0000"));
    }
  }

  @Test
  void knowsEveryComparison() {
    Set<SelectShape.Operator> used =
        sources().stream()
            .flatMap(
                of ->
                    query(of.source(), conditions(of.source()), "1").shape().comparisons().stream())
            .map(Comparison::operator)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(SelectShape.Operator.class)));
    assertThat(used).containsExactlyInAnyOrder(SelectShape.Operator.values());
  }

  private static void takes(SourceQuery query) {
    String sql = new SelectStatements().sql(query.shape());
    assertThat(OracleGate.faults(sql)).as(sql).isEmpty();
  }

  private static SourceQuery query(
      RowSource source, List<Condition> conditions, @Nullable String afterKey) {
    List<SourceTable> found = source.tables().map(OracleSourceQueryTest::inOracle).toList();
    return SourceQuery.of(source, source.fields(), conditions, afterKey, found);
  }

  /** Each field of each table is narrowed by one operator, in turn. */
  private static List<Condition> conditions(RowSource source) {
    List<RowCondition> all = new ArrayList<>();
    for (ExchangeTable table : source.tables().toList()) {
      String prefix = table == source.table() ? "" : table.name() + ".";
      for (Field field : table.fields()) {
        RowCondition.Operator[] operators = RowCondition.Operator.values();
        RowCondition.Operator operator = operators[all.size() % operators.length];
        List<String> values =
            switch (operator) {
              case EQUAL -> List.of(value(field));
              case BETWEEN -> Collections.nCopies(2, value(field));
              case IN -> Collections.nCopies(3, value(field));
            };
        all.add(new RowCondition(prefix + field.xmlName(), operator, values));
      }
    }
    return RowConditions.of(all, source, AGENCY);
  }

  private static String value(Field field) {
    return switch (field.type()) {
      case STRING, CODE, INTEGER -> "1";
      case DECIMAL -> "0";
      case DATE -> "2026-11-23";
      case TIMESTAMP -> "2026-11-23T02:00:00Z";
    };
  }

  /** As Oracle lists it: all names in capitals. */
  private static SourceTable inOracle(ExchangeTable table) {
    return inOracle(table, Kind.PADDED_TEXT);
  }

  private static SourceTable inOracle(ExchangeTable table, Kind kind) {
    Map<String, SourceColumn> columns = new HashMap<>();
    Stream.concat(
            table.fields().stream().map(Field::columnName),
            Stream.of(table.pagingKey(), String.valueOf(table.subjectColumn())))
        .forEach(name -> columns.put(name, new SourceColumn(QuotedIdentifier.of(name), kind)));
    return new SourceTable(
        QuotedIdentifier.of("PERSONNEL"), QuotedIdentifier.of(table.name()), columns, () -> {});
  }
}
