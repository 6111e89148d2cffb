package tw.gov.mocs.hub.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.SqlSessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tw.gov.mocs.hub.TestCore;

class OracleGateTest {

  private static final Path MIGRATIONS = Path.of("..", "sql", "oracle");

  /** Every statement of every migration that Oracle runs. */
  static Stream<String> migrations() {
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      return files
          .filter(file -> file.toString().endsWith(".sql"))
          .sorted(Comparator.naturalOrder())
          .flatMap(OracleGateTest::statementsOf)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> statementsOf(Path file) {
    try {
      String withoutComments = Files.readString(file).replaceAll("(?m)--.*$", "");
      return Arrays.stream(withoutComments.split(";\\s*(\\n|$)"))
          .map(String::strip)
          .filter(statement -> !statement.isEmpty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every mapped statement, with all its optional parts. */
  static List<Mapped> mapped() {
    SqlSessionFactory factory = TestCore.shared(TestDatabase.H2).getBean(SqlSessionFactory.class);
    return factory.getConfiguration().getMappedStatementNames().stream()
        .filter(name -> name.startsWith("tw.gov") && !name.contains("!"))
        .sorted()
        .map(name -> factory.getConfiguration().getMappedStatement(name))
        .filter(statement -> !statement.getId().endsWith("!selectKey"))
        .map(Mapped::of)
        .toList();
  }

  record Mapped(String id, String sql) {

    static Mapped of(MappedStatement statement) {
      return new Mapped(
          statement.getId(),
          statement.getSqlSource().getBoundSql(new AnyParameter()).getSql().strip());
    }

    @Override
    public String toString() {
      return id;
    }
  }

  @ParameterizedTest
  @MethodSource("migrations")
  void takesEveryMigration(String statement) {
    assertThat(OracleGate.faults(statement)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("mapped")
  void takesEveryMappedStatement(Mapped mapped) {
    assertThat(OracleGate.faults(mapped.sql())).as(mapped.sql()).isEmpty();
  }

  @Test
  void takesTheQuestionWhatTheUserOfTheSourceMayDo() {
    assertThat(OracleGate.faults(SourceRights.query(Dialect.ORACLE))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT id FROM agency LIMIT 1",
        "SELECT id FROM agency AS a",
        "SELECT 1",
        "INSERT INTO agency (id) VALUES (1), (2)",
        "INSERT INTO agency (id) VALUES (1) ON CONFLICT DO NOTHING",
        "CREATE TABLE t (size NUMBER(3))",
        "CREATE TABLE t (name VARCHAR(10))",
        "CREATE TABLE IF NOT EXISTS t (id NUMBER(3))",
        "CREATE TABLE t (flag BOOLEAN)",
        "CREATE TABLE t (made TIMESTAMP(6) WITH TIME ZONE, CONSTRAINT t_pk PRIMARY KEY (made))",
        "SELECT id FROM agency WHERE name = ''",
        "SELECT id FROM agency FETCH FIRST 1 ROWS ONLY FOR UPDATE",
        "SELECT id FROM agency FOR UPDATE SKIP LOCKED",
        "UPDATE agency SET name = ? WHERE",
        "SELECT id FRM agency",
        "SELECT \"A_NAME_OF_MORE_THAN_30_CHARACTERS\" FROM agency"
      })
  void refusesWhatOracleWouldRefuse(String statement) {
    assertThat(OracleGate.faults(statement)).isNotEmpty();
  }
}
