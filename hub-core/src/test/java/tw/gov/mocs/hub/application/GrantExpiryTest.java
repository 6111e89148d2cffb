package tw.gov.mocs.hub.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;

/** Grants past their period, on every database, with a clock of the test's own. */
@OnEveryDatabase
class GrantExpiryTest {

  private final TestDatabase database;

  GrantExpiryTest(TestDatabase database) {
    this.database = database;
  }

  @Test
  void marksOnceWhatIsPastItsPeriodByTaipeiTime() {
    try (ConfigurableApplicationContext core =
        TestCore.start(database, Map.of(), MutableClock.Settings.class)) {
      MutableClock clock = core.getBean(MutableClock.class);
      GrantExpiry expiry = core.getBean(GrantExpiry.class);
      Ministry ministry = new Ministry(core, clock.instant());
      ApplicationNumber number = Ministry.number(ministry.granted());
      Instant over = ministry.period().to().plusDays(1).atStartOfDay(RocDate.TAIPEI).toInstant();
      clock.set(over.minusMillis(1));
      assertThat(expiry.expire()).isZero();
      clock.set(over);
      // Judged by its period before the job has come to it.
      assertThatExceptionOfType(HubException.class)
          .isThrownBy(() -> ministry.control.suspend(number, 1, "異常", Ministry.REVIEWER))
          .returns(ErrorCode.STATE_CONFLICT, HubException::code);
      assertThat(expiry.expire()).isEqualTo(1);
      assertThat(expiry.expire()).isZero();
      assertThat(ministry.control.expire(number, RocDate.dayOf(over))).isFalse();
      assertThat(ministry.grants.find(number)).get().returns(GrantStatus.EXPIRED, Grant::status);
    }
  }
}
