package tw.gov.mocs.hub.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.audit.QuotaUse;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.RocDate;

@OnEveryDatabase
class GrantUsageTest {

  private final Ministry ministry;
  private final GrantUsage usage;
  private final JdbcTemplate sql;

  GrantUsageTest(TestDatabase database) {
    ApplicationContext core = TestCore.shared(database);
    ministry = new Ministry(core);
    usage = core.getBean(GrantUsage.class);
    sql = new JdbcTemplate(core.getBean("hubDataSource", DataSource.class));
  }

  @Test
  void tellsWhatIsLeftOfToday() {
    Application granted = ministry.granted();
    LocalDate today = RocDate.dayOf(Instant.now());
    used(granted, today, 100, 5_000);
    used(granted, today.minusDays(1), 7, 70);
    assertThat(usage.of(ministry.agency.id()))
        .singleElement()
        .returns(GrantStatus.ACTIVE, GrantUse::status)
        .returns(new QuotaUse(107, 5_070), use -> use.used().month())
        .returns(9_900, GrantUse::callsLeft)
        .returns(995_000L, GrantUse::rowsLeft)
        .returns(31L, GrantUse::daysLeft);
  }

  @Test
  void hasNothingForAnAgencyWithoutGrants() {
    ministry.pending();
    assertThat(usage.of(ministry.agency.id())).isEmpty();
  }

  private void used(Application application, LocalDate day, int calls, long rows) {
    sql.update(
        "INSERT INTO quota_use (application_no, quota_day, calls, rows_returned)"
            + " VALUES (?, ?, ?, ?)",
        Ministry.number(application).value(),
        day,
        calls,
        rows);
  }
}
