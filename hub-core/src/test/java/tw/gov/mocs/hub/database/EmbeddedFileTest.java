package tw.gov.mocs.hub.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tw.gov.mocs.hub.TestCore;

/** The embedded database while threads that use it are interrupted, as they are at a stop. */
class EmbeddedFileTest {

  private static final int INTERRUPTS = 20;

  @Test
  void staysOpenWhenAThreadIsInterruptedInIt(@TempDir Path folder) throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("hub");
    Map<String, String> settings =
        Map.of(
            "hub.database.url",
            url,
            "hub.source.url",
            url + ";INIT=CREATE SCHEMA IF NOT EXISTS PERSONNEL");
    try (ConfigurableApplicationContext core = TestCore.start(TestDatabase.H2, settings)) {
      JdbcTemplate database = new JdbcTemplate(core.getBean("hubDataSource", DataSource.class));
      database.execute("CREATE TABLE written (who VARCHAR2(40))");
      for (int i = 0; i < INTERRUPTS; i++) {
        Writer writer = new Writer(database);
        writer.start();
        writer.await(5);
        writer.interrupt();
        writer.ended = true;
        writer.join();
      }
      assertThat(database.queryForObject("SELECT COUNT(*) FROM written", Integer.class))
          .isGreaterThanOrEqualTo(INTERRUPTS * 5);
    }
  }

  /** Writes rows until it is told to end, which one that was interrupted need not see. */
  private static final class Writer extends Thread {

    private final JdbcTemplate database;
    private final AtomicInteger written = new AtomicInteger();
    private volatile boolean ended;

    Writer(JdbcTemplate database) {
      super("writer");
      this.database = database;
    }

    @Override
    public void run() {
      while (!ended) {
        database.update("INSERT INTO written VALUES (?)", getName() + getId());
        written.incrementAndGet();
      }
    }

    void await(int rows) {
      while (written.get() < rows && isAlive()) {
        Thread.onSpinWait();
      }
    }
  }
}
