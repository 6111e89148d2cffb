package tw.gov.mocs.hub.delivery;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.demo.SampleRecords;

/** A core whose source holds rows, and which makes files only when a test asks it to. */
final class CoreWithRecords {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final int PERSONS = 50;
  private static final Map<TestDatabase, ConfigurableApplicationContext> SHARED =
      new ConcurrentHashMap<>();

  private CoreWithRecords() {}

  static ConfigurableApplicationContext shared(TestDatabase database) {
    return SHARED.computeIfAbsent(database, CoreWithRecords::start);
  }

  private static ConfigurableApplicationContext start(TestDatabase database) {
    ConfigurableApplicationContext core =
        TestCore.start(database, Map.of("hub.delivery.making", "false"));
    try {
      SampleRecords.load(
          core.getBean("hubDataSource", DataSource.class),
          core.getEnvironment().getRequiredProperty("hub.source.schema"),
          PERSONS,
          DAY);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return core;
  }
}
