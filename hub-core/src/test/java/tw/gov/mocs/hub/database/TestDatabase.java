package tw.gov.mocs.hub.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/** The databases that tests run on, each real; a {@link #fresh} one holds nothing of others. */
public enum TestDatabase {
  /** The embedded default, in memory. */
  H2 {
    @Override
    public Map<String, String> fresh() {
      String name = "hub" + NEXT.incrementAndGet();
      String url = H2Migrated.copied(name);
      return Map.of(
          "hub.database.url",
          url,
          "hub.source.url",
          url + ";INIT=CREATE SCHEMA IF NOT EXISTS PERSONNEL",
          "hub.source.schema",
          "PERSONNEL");
    }
  },
  /** A real PostgreSQL server, started from a Maven artifact, once per JVM. */
  POSTGRESQL {
    @Override
    public Map<String, String> fresh() {
      String name = "hub" + NEXT.incrementAndGet();
      EmbeddedPostgres server = PostgresHolder.SERVER;
      try (Connection connection = server.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name + " TEMPLATE " + PostgresHolder.MIGRATED);
      } catch (SQLException e) {
        throw new IllegalStateException("no database can be created", e);
      }
      String url = "jdbc:postgresql://localhost:" + server.getPort() + "/" + name;
      return Map.of(
          "hub.database.url", url,
          "hub.database.user", "postgres",
          "hub.source.url", url,
          "hub.source.user", "postgres",
          "hub.source.schema", "personnel");
    }
  },
  /**
   * A real Oracle, only where {@code HUB_TEST_ORACLE_URL} (with {@code HUB_TEST_ORACLE_USER} and
   * {@code HUB_TEST_ORACLE_PASSWORD}) names one whose schema may be emptied.
   */
  ORACLE {
    @Override
    public Map<String, String> fresh() {
      return OracleSchema.emptied();
    }
  };

  private static final AtomicInteger NEXT = new AtomicInteger();

  /** The databases of this run: always H2 and PostgreSQL, Oracle where one is named. */
  public static Stream<TestDatabase> available() {
    boolean oracle = OracleSchema.url() != null;
    return Arrays.stream(values()).filter(database -> database != ORACLE || oracle);
  }

  /** Settings that lead to a hub database and a source schema without a row. */
  public abstract Map<String, String> fresh();

  /** A database that was migrated, as a script: to run it takes a tenth of the time. */
  private static final class H2Migrated {

    private static final String SCRIPT = "memFS:migrated-" + UUID.randomUUID() + ".sql";

    static {
      String url = url("migrated");
      DataSource migrated = database(url);
      DatabaseConfiguration.migrated(migrated, Dialect.of(url), MigrationHistory.of(false));
      execute(migrated, "SCRIPT TO '" + SCRIPT + "'");
      execute(migrated, "SHUTDOWN");
    }

    static String copied(String name) {
      String url = url(name);
      execute(database(url), "RUNSCRIPT FROM '" + SCRIPT + "'");
      return url;
    }

    private static String url(String name) {
      return "jdbc:h2:mem:" + name + ";MODE=Oracle;DB_CLOSE_DELAY=-1";
    }

    private static DataSource database(String url) {
      JdbcDataSource database = new JdbcDataSource();
      database.setURL(DatabaseConfiguration.likeOracle(url));
      database.setUser("hub");
      database.setPassword("");
      return database;
    }

    private static void execute(DataSource database, String sql) {
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException("no database can be created", e);
      }
    }
  }

  private static final class PostgresHolder {

    /** A database that was migrated: to copy it takes a third of the time. */
    static final String MIGRATED = "migrated";

    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("max_connections", "200")
                .start();
        migrate(server);
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException("the PostgreSQL of the tests does not start", e);
      }
    }

    private static void migrate(EmbeddedPostgres server) {
      try (Connection connection = server.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + MIGRATED);
      } catch (SQLException e) {
        throw new IllegalStateException("no database can be created", e);
      }
      DataSource migrated = server.getDatabase("postgres", MIGRATED);
      try (Connection connection = migrated.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE SCHEMA personnel");
      } catch (SQLException e) {
        throw new IllegalStateException("no schema can be created", e);
      }
      DatabaseConfiguration.migrated(migrated, Dialect.POSTGRESQL, MigrationHistory.of(false));
    }
  }

  /** The Oracle schema that the environment names. */
  private static final class OracleSchema {

    static @Nullable String url() {
      return System.getenv("HUB_TEST_ORACLE_URL");
    }

    static Map<String, String> emptied() {
      String user = System.getenv("HUB_TEST_ORACLE_USER");
      String password = System.getenv("HUB_TEST_ORACLE_PASSWORD");
      try (Connection connection = DriverManager.getConnection(url(), user, password);
          Statement statement = connection.createStatement()) {
        statement.execute(
            "BEGIN FOR t IN (SELECT table_name FROM user_tables) LOOP"
                + " EXECUTE IMMEDIATE 'DROP TABLE \"' || t.table_name || '\" CASCADE CONSTRAINTS"
                + " PURGE'; END LOOP; END;");
      } catch (SQLException e) {
        throw new IllegalStateException("the Oracle schema cannot be emptied", e);
      }
      return Map.of(
          "hub.database.url", url(),
          "hub.database.user", user,
          "hub.database.password", password,
          "hub.source.url", url(),
          "hub.source.user", user,
          "hub.source.password", password,
          "hub.source.schema", user);
    }
  }
}
