package tw.gov.mocs.hub.database;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tw.gov.mocs.hub.TestCore;

/** A core whose user of the source may read the one table there, REVIEW, and do no more. */
public final class ReadingCore implements AutoCloseable {

  private static final AtomicInteger NEXT = new AtomicInteger();

  /** Users are of the server, which other tests share. */
  private final String reader = "hub_reader_" + NEXT.incrementAndGet();

  private final ConfigurableApplicationContext core;

  /** Starts it on a fresh database. */
  public ReadingCore(TestDatabase database) {
    Map<String, String> settings = new HashMap<>(database.fresh());
    // Only an administrator of H2 may keep a database open, or make a schema.
    String url = requireNonNull(settings.get("hub.database.url"), "url");
    settings.put("hub.source.url", url.replace(";DB_CLOSE_DELAY=-1", ""));
    settings.put("hub.source.user", reader);
    core = TestCore.start(database, settings);
    sql("CREATE SCHEMA IF NOT EXISTS personnel");
    sql(
        "CREATE TABLE personnel.review (record_no VARCHAR(20) NOT NULL PRIMARY KEY,"
            + " id_no VARCHAR(10), full_name VARCHAR(60), agency_code VARCHAR(10),"
            + " appraisal_year NUMERIC(3), score NUMERIC(5,2), action_date DATE,"
            + " updated_at TIMESTAMP(6))");
    sql("INSERT INTO personnel.review (record_no, id_no) VALUES ('R1', 'A100000001')");
    if (database == TestDatabase.H2) {
      sql("CREATE USER " + reader + " PASSWORD ''");
    } else {
      sql("CREATE ROLE " + reader + " LOGIN");
      sql("GRANT USAGE ON SCHEMA personnel TO " + reader);
    }
    sql("GRANT SELECT ON personnel.review TO " + reader);
  }

  /** How the hub logs in to the source. */
  public String reader() {
    return reader;
  }

  /** A bean of it. */
  public <T> T get(Class<T> type) {
    return core.getBean(type);
  }

  /** Through which the hub reads. */
  public DataSource source() {
    return core.getBean("sourceDataSource", DataSource.class);
  }

  /** As the owner of the database. */
  public void sql(String statement) {
    new JdbcTemplate(core.getBean("hubDataSource", DataSource.class)).execute(statement);
  }

  @Override
  public void close() {
    core.close();
  }
}
