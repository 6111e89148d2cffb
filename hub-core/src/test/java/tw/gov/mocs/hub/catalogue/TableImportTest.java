package tw.gov.mocs.hub.catalogue;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.SourceSettings;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

@OnEveryDatabase
class TableImportTest {

  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final String COLUMNS =
      "RECORD_NO VARCHAR(20) NOT NULL, FULL_NAME VARCHAR(60), SHARE_RATE NUMERIC(5,2),"
          + " STAFF_QUOTA NUMERIC(5), BIRTH_DATE DATE, UPDATED_AT TIMESTAMP(6) NOT NULL";

  private final TableImport tables;
  private final TableDrifts drifts;
  private final SourceMetadata metadata;
  private final Catalogue catalogue;
  private final DataSource database;
  private final String schema;
  private final String name = "IMPORTED_" + NEXT.incrementAndGet();

  TableImportTest(TestDatabase database) throws SQLException {
    ApplicationContext core = TestCore.shared(database, "catalogue");
    this.tables = core.getBean(TableImport.class);
    this.drifts = core.getBean(TableDrifts.class);
    this.metadata = core.getBean(SourceMetadata.class);
    this.catalogue = core.getBean(Catalogue.class);
    this.database = core.getBean("hubDataSource", DataSource.class);
    this.schema = core.getBean(SourceSettings.class).schema();
    // On H2 the first connection to the source makes its schema.
    core.getBean("sourceDataSource", DataSource.class).getConnection().close();
  }

  @Test
  void proposesTheTypesOfTheColumns() throws SQLException {
    create(COLUMNS + ", PRIMARY KEY (RECORD_NO)");
    assertThat(tables.propose(name).fields())
        .extracting(Field::xmlName, Field::type, Field::length)
        .containsExactly(
            tuple("recordNo", FieldType.STRING, 20),
            tuple("fullName", FieldType.STRING, 60),
            tuple("shareRate", FieldType.DECIMAL, 5),
            tuple("staffQuota", FieldType.INTEGER, 5),
            tuple("birthDate", FieldType.DATE, null),
            tuple("updatedAt", FieldType.TIMESTAMP, null));
  }

  @Test
  void proposesWhatIsRequired() throws SQLException {
    create(COLUMNS + ", PRIMARY KEY (RECORD_NO)");
    assertThat(tables.propose(name).fields())
        .filteredOn(Field::required)
        .extracting(Field::xmlName)
        .containsExactly("recordNo", "updatedAt");
  }

  @Test
  void proposesThePrimaryKeyForPaging() throws SQLException {
    create(COLUMNS + ", PRIMARY KEY (RECORD_NO)");
    assertThat(tables.propose(name).pagingKey()).isEqualTo("RECORD_NO");
  }

  @Test
  void proposesAUniqueColumnForPaging() throws SQLException {
    create(COLUMNS + ", UNIQUE (RECORD_NO)");
    assertThat(tables.propose(name).pagingKey()).isEqualTo("RECORD_NO");
  }

  @Test
  void proposesNoPagingByAUniqueColumnThatMayBeNull() throws SQLException {
    create(COLUMNS + ", UNIQUE (FULL_NAME)");
    assertThat(tables.propose(name).pagingKey()).isEmpty();
  }

  @Test
  void proposesNoPagingByAKeyOfTwoColumns() throws SQLException {
    create(COLUMNS + ", PRIMARY KEY (RECORD_NO, UPDATED_AT)");
    assertThat(tables.propose(name).pagingKey()).isEmpty();
  }

  @Test
  void refusesATableThatIsNotThere() {
    assertThatThrownBy(() -> tables.propose("NO_SUCH_TABLE"))
        .isInstanceOfSatisfying(
            HubException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
  }

  @Test
  void findsNoDriftInATableJustImported() throws SQLException {
    imported();
    TableDrift drift = drifts.compare(name);
    assertThat(drift.touchesRegistered()).isFalse();
    assertThat(drift.added()).isEmpty();
  }

  @Test
  void namesAMissingColumn() throws SQLException {
    imported();
    execute("ALTER TABLE %s.%s DROP COLUMN FULL_NAME".formatted(schema, name));
    assertThat(drifts.compare(name).missing()).containsExactly("FULL_NAME");
  }

  @Test
  void namesAColumnThatBecameLongerThanItsElement() throws SQLException {
    imported();
    execute("ALTER TABLE %s.%s DROP COLUMN FULL_NAME".formatted(schema, name));
    execute("ALTER TABLE %s.%s ADD FULL_NAME VARCHAR(120)".formatted(schema, name));
    assertThat(drifts.compare(name).retyped())
        .extracting(one -> one.field().xmlName(), one -> one.column().size(), one -> one.harm())
        .containsExactly(tuple("fullName", 120, Harm.MAY_FAIL));
  }

  @Test
  void namesANewColumn() throws SQLException {
    imported();
    execute("ALTER TABLE %s.%s ADD NICKNAME VARCHAR(10)".formatted(schema, name));
    TableDrift drift = drifts.compare(name);
    assertThat(drift.added()).extracting(FoundColumn::name).containsExactly("NICKNAME");
    assertThat(drift.touchesRegistered()).isFalse();
  }

  @Test
  void comparesAllTablesAtOnce() throws SQLException {
    imported();
    execute("ALTER TABLE %s.%s ADD NICKNAME VARCHAR(10)".formatted(schema, name));
    assertThat(drifts.compare())
        .filteredOn(drift -> !drift.touchesRegistered())
        .extracting(TableDrift::table)
        .contains(name);
  }

  @Test
  void listsTheTablesOfTheSchema() throws SQLException {
    create(COLUMNS);
    assertThat(metadata.schemas()).anyMatch(schema::equalsIgnoreCase);
    assertThat(metadata.tables(realSchema()))
        .extracting(table -> table.name().toUpperCase(Locale.ROOT))
        .contains(name);
  }

  @Test
  void importsTheChosenColumnsOfATableInAnotherSchema() throws SQLException {
    String other = "OTHER_" + name;
    execute("CREATE SCHEMA " + other);
    execute("CREATE TABLE %s.%s (%s, PRIMARY KEY (RECORD_NO))".formatted(other, name, COLUMNS));
    tables.importTable(other, name, Set.of("FULL_NAME"), Actor.operator("test"));
    ExchangeTable imported = requireNonNull(catalogue.current().tables().get(name));
    assertThat(imported.schema()).isEqualTo(other);
    assertThat(imported.pagingKey()).isEqualTo("RECORD_NO");
    assertThat(imported.fields()).extracting(Field::xmlName).containsExactly("fullName");
    assertThat(drifts.compare(name).touchesRegistered()).isFalse();
  }

  @Test
  void makesASecondFieldOfAColumnThatWasRetyped() throws SQLException {
    imported();
    execute("ALTER TABLE %s.%s DROP COLUMN FULL_NAME".formatted(schema, name));
    execute("ALTER TABLE %s.%s ADD FULL_NAME VARCHAR(120)".formatted(schema, name));
    tables.addField(name, "FULL_NAME", "fullName2", Actor.operator("test"));
    assertThat(requireNonNull(catalogue.current().tables().get(name)).fields())
        .filteredOn(field -> field.columnName().equals("FULL_NAME"))
        .extracting(Field::xmlName, Field::length)
        .containsExactly(tuple("fullName", 60), tuple("fullName2", 120));
  }

  @Test
  void refusesAnElementThatTheTableHas() throws SQLException {
    imported();
    assertThatThrownBy(
            () -> tables.addField(name, "BIRTH_DATE", "fullName", Actor.operator("test")))
        .isInstanceOfSatisfying(
            HubException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ALREADY_EXISTS));
  }

  @Test
  void tellsThatTheWholeTableIsGone() throws SQLException {
    imported();
    execute("DROP TABLE %s.%s".formatted(schema, name));
    TableDrift drift = drifts.compare(name);
    assertThat(drift.missing()).hasSize(6);
    assertThat(drift.keyLost()).isTrue();
  }

  private String realSchema() {
    return metadata.schemas().stream().filter(schema::equalsIgnoreCase).findFirst().orElseThrow();
  }

  private void imported() throws SQLException {
    create(COLUMNS + ", PRIMARY KEY (RECORD_NO)");
    tables.importTable(name, Actor.operator("test"));
  }

  private void create(String columns) throws SQLException {
    execute("CREATE TABLE %s.%s (%s)".formatted(schema, name, columns));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
