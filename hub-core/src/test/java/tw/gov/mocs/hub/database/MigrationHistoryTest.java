package tw.gov.mocs.hub.database;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tw.gov.mocs.hub.shared.HubException;

/** A sandbox never opens the database of a hub, nor a hub that of a sandbox. */
@OnEveryDatabase
class MigrationHistoryTest {

  private final DriverManagerDataSource database;

  MigrationHistoryTest(TestDatabase kind) {
    assumeTrue(kind != TestDatabase.ORACLE);
    Map<String, String> fresh = kind.fresh();
    database =
        new DriverManagerDataSource(
            requireNonNull(fresh.get("hub.database.url")),
            fresh.getOrDefault("hub.database.user", "hub"),
            "");
    // What the tests copy is migrated already.
    new JdbcTemplate(database)
        .execute("DROP TABLE IF EXISTS \"" + MigrationHistory.HUB.table() + "\"");
  }

  @Test
  void opensANewDatabase() {
    assertThatCode(() -> MigrationHistory.HUB.requireOwn(database)).doesNotThrowAnyException();
    assertThatCode(() -> MigrationHistory.SANDBOX.requireOwn(database)).doesNotThrowAnyException();
  }

  @Test
  void keepsAHubFromASandbox() {
    belongsTo(MigrationHistory.SANDBOX);
    assertThatCode(() -> MigrationHistory.SANDBOX.requireOwn(database)).doesNotThrowAnyException();
    assertThatThrownBy(() -> MigrationHistory.HUB.requireOwn(database))
        .isInstanceOfSatisfying(
            HubException.class,
            refusal -> says(refusal, "屬於測試環境，正式平臺不得開啟", "belongs to a sandbox; a hub never"));
  }

  @Test
  void keepsASandboxFromAHub() {
    belongsTo(MigrationHistory.HUB);
    assertThatCode(() -> MigrationHistory.HUB.requireOwn(database)).doesNotThrowAnyException();
    assertThatThrownBy(() -> MigrationHistory.SANDBOX.requireOwn(database))
        .isInstanceOfSatisfying(
            HubException.class,
            refusal -> says(refusal, "屬於正式平臺，測試環境不得開啟", "belongs to a hub; a sandbox never"));
  }

  private void belongsTo(MigrationHistory owner) {
    new JdbcTemplate(database)
        .execute("CREATE TABLE \"" + owner.table() + "\" (installed_rank INT PRIMARY KEY)");
  }

  private static void says(HubException refusal, String chinese, String english) {
    assertThat(refusal.code().message(Locale.TRADITIONAL_CHINESE, refusal.told()))
        .contains(chinese);
    assertThat(refusal.code().message(Locale.ENGLISH, refusal.told())).contains(english);
  }
}
