package tw.gov.mocs.hub.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.gov.mocs.hub.TestCore;

/** The user of the source reads, and the database itself lets it do nothing else. */
@OnEveryDatabase
class SourceRightsTest {

  private static final Map<TestDatabase, ReadingCore> CORES = new EnumMap<>(TestDatabase.class);

  private final TestDatabase database;

  SourceRightsTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void onlyWhereUsersCanBeMade() {
    assumeTrue(database != TestDatabase.ORACLE);
  }

  @AfterAll
  static void close() {
    CORES.values().forEach(ReadingCore::close);
    CORES.clear();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO personnel.review (record_no) VALUES ('R2')",
        "UPDATE personnel.review SET full_name = 'x'",
        "DELETE FROM personnel.review",
        "DROP TABLE personnel.review",
        "ALTER TABLE personnel.review ADD spy VARCHAR(10)",
        "CREATE TABLE personnel.mine (id INT)"
      })
  void isRefusedByTheDatabase(String write) throws SQLException {
    try (Connection connection = core().source().getConnection();
        Statement statement = connection.createStatement()) {
      // Not because the pool says that it only reads.
      connection.setReadOnly(false);
      assertThatThrownBy(() -> statement.execute(write))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isIn("42501", "90040", "90096"));
    }
  }

  @Test
  void findsNothingToRevokeFromAReader() throws SQLException {
    assertThat(core().get(SourceRights.class).tooMany()).isEmpty();
  }

  @Test
  void namesWhatAWriterHasTooMuch() throws SQLException {
    ReadingCore core = core();
    core.sql("GRANT UPDATE ON personnel.review TO " + core.reader());
    try {
      assertThat(core.get(SourceRights.class).tooMany())
          .singleElement()
          .asString()
          .isEqualToIgnoringCase("UPDATE ON review");
    } finally {
      core.sql("REVOKE UPDATE ON personnel.review FROM " + core.reader());
    }
  }

  @Test
  void findsTooMuchOfTheOwner() throws SQLException {
    var core = TestCore.shared(database);
    core.getBean("sourceDataSource", DataSource.class).getConnection().close();
    assertThat(core.getBean(SourceRights.class).tooMany()).isNotEmpty();
  }

  private ReadingCore core() {
    return CORES.computeIfAbsent(database, ReadingCore::new);
  }
}
