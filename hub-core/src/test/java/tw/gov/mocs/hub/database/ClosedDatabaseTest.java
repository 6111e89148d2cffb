package tw.gov.mocs.hub.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tw.gov.mocs.hub.TestCore;

/** An embedded database that closes itself while the hub runs, as on a full disk. */
class ClosedDatabaseTest {

  private static final int POLLS = 20;

  private final Logger log = (Logger) LoggerFactory.getLogger(Changes.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  @AfterEach
  void leave() {
    log.detachAppender(lines);
    FullDisk.FULL.set(false);
  }

  @Test
  void isToldOnceWithWhatIsToBeDone(@TempDir Path folder) {
    FullDisk.register();
    String url = "jdbc:h2:fulldisk:" + folder.resolve("hub");
    Map<String, String> settings =
        Map.of(
            "hub.database.url",
            url,
            "hub.source.url",
            url + ";INIT=CREATE SCHEMA IF NOT EXISTS PERSONNEL");
    try (ConfigurableApplicationContext core = TestCore.start(TestDatabase.H2, settings)) {
      JdbcTemplate database = new JdbcTemplate(core.getBean("hubDataSource", DataSource.class));
      // The start of the hub has set up the log anew.
      lines.start();
      log.addAppender(lines);
      FullDisk.FULL.set(true);
      assertThatException().isThrownBy(() -> database.execute("CREATE TABLE written (id INT)"));
      FullDisk.FULL.set(false);
      Changes changes = core.getBean(Changes.class);
      for (int i = 0; i < POLLS; i++) {
        changes.poll();
      }
      assertThat(told(Level.ERROR)).hasSize(1);
      assertThat(told(Level.ERROR).get(0))
          .contains("has closed itself", "until the hub is started again");
      assertThat(told(Level.WARN)).hasSize(1);
    }
  }

  private List<String> told(Level level) {
    return List.copyOf(lines.list).stream()
        .filter(line -> line.getLevel() == level)
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }
}
