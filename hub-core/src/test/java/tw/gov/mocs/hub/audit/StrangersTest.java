package tw.gov.mocs.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;

@OnEveryDatabase
class StrangersTest {

  private static final String CAUSE = ErrorCode.SIGNATURE_MISSING.code();

  private final OwnLog log;

  StrangersTest(TestDatabase database) {
    log = new OwnLog(database, Map.of("hub.audit.refusal-queue-size", "5000"));
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void countsThemByCauseAndAddress() throws UnknownHostException {
    refuse(25, "192.0.2.1");
    refuse(3, "2001:db8::1");
    OwnLog.await(() -> times("192.0.2.1") == 25 && times("2001:db8:0:0:0:0:0:1") == 3);
  }

  @Test
  void keepsTheFirstTenOfEachCauseAndMinuteInFull() throws UnknownHostException {
    Instant before = Instant.now();
    refuse(35, "192.0.2.1");
    OwnLog.await(() -> times("192.0.2.1") == 35);
    // A minute may have ended meanwhile.
    long minutes = Duration.between(before, Instant.now()).toMinutes() + 2;
    assertThat(log.count("SELECT COUNT(*) FROM refusal_sample")).isBetween(10L, 10 * minutes);
  }

  @Test
  void keepsTheCertificateThatWasShown() throws UnknownHostException {
    refuse(1, "192.0.2.1");
    OwnLog.await(
        () ->
            log.count(
                    "SELECT COUNT(*) FROM refusal_sample WHERE cert_thumbprint = 'thumb'"
                        + " AND detail = 'why' AND cause = '"
                        + CAUSE
                        + "'")
                == 1);
  }

  @Test
  void countsTogetherWhatComesFromTooManyAddresses() throws UnknownHostException {
    for (int i = 0; i < 1_500; i++) {
      refuse(1, "192.0." + (i / 250) + "." + (i % 250));
    }
    OwnLog.await(() -> log.count("SELECT COALESCE(SUM(times), 0) FROM refusal_count") == 1_500);
    assertThat(log.count("SELECT COUNT(*) FROM refusal_count")).isLessThanOrEqualTo(1_500);
  }

  @Test
  void writesWhatWaitsBeforeTheHubStops() throws UnknownHostException {
    refuse(4, "192.0.2.1");
    log.get(Strangers.class).stop();
    assertThat(times("192.0.2.1")).isEqualTo(4);
  }

  @Test
  void disturbsNoCallWhileTheDatabaseTakesNoCounts() throws UnknownHostException {
    log.sql().execute("ALTER TABLE refusal_count RENAME TO refusal_count_away");
    refuse(7, "192.0.2.1");
    log.append(1);
    log.sql().execute("ALTER TABLE refusal_count_away RENAME TO refusal_count");
    OwnLog.await(() -> times("192.0.2.1") == 7);
  }

  private void refuse(int times, String address) throws UnknownHostException {
    for (int i = 0; i < times; i++) {
      log.log()
          .countRefusal(
              ErrorCode.SIGNATURE_MISSING, InetAddress.getByName(address), "thumb", "why");
    }
  }

  private long times(String address) {
    return log.get(StrangerMapper.class).times(CAUSE, address);
  }
}
