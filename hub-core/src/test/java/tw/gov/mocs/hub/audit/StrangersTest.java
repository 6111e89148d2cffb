package tw.gov.mocs.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.TestPki;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.trust.Certificates;

@OnEveryDatabase
class StrangersTest {

  private static final Map<TestDatabase, OwnLog> LOGS = new EnumMap<>(TestDatabase.class);

  private final TestDatabase database;
  private final OwnLog log;

  StrangersTest(TestDatabase database) {
    this.database = database;
    log = LOGS.computeIfAbsent(database, StrangersTest::start);
  }

  private static OwnLog start(TestDatabase database) {
    OwnLog log = new OwnLog(database, Map.of("hub.audit.refusal-queue-size", "5000"));
    log.get(Strangers.class).writeEvery(Duration.ofMillis(60));
    return log;
  }

  @AfterAll
  static void close() {
    LOGS.values().forEach(OwnLog::close);
    LOGS.clear();
  }

  @Test
  void countsThemByCauseAndAddress() throws UnknownHostException {
    ErrorCode cause = ErrorCode.SIGNATURE_MISSING;
    refuse(log, cause, 25, "192.0.2.1");
    refuse(log, cause, 3, "2001:db8::1");
    OwnLog.await(
        () ->
            times(log, cause, "192.0.2.1") == 25 && times(log, cause, "2001:db8:0:0:0:0:0:1") == 3);
  }

  @Test
  void keepsTheFirstTenOfEachCauseAndMinuteInFull() throws UnknownHostException {
    ErrorCode cause = ErrorCode.SIGNATURE_INVALID;
    Instant before = Instant.now();
    refuse(log, cause, 35, "192.0.2.1");
    OwnLog.await(() -> times(log, cause, "192.0.2.1") == 35);
    // A minute may have ended meanwhile.
    long minutes = Duration.between(before, Instant.now()).toMinutes() + 2;
    assertThat(log.count("SELECT COUNT(*) FROM refusal_sample" + of(cause)))
        .isBetween(10L, 10 * minutes);
  }

  @Test
  void keepsTheCertificateThatWasShown() throws UnknownHostException {
    ErrorCode cause = ErrorCode.CERTIFICATE_UNTRUSTED;
    refuse(log, cause, 1, "192.0.2.1");
    OwnLog.await(
        () ->
            log.count(
                    "SELECT COUNT(*) FROM refusal_sample"
                        + of(cause)
                        + " AND cert_thumbprint = 'thumb' AND detail = 'why'")
                == 1);
  }

  @Test
  void countsNoLogin() throws UnknownHostException {
    ErrorCode cause = ErrorCode.CERTIFICATE_NOT_REGISTERED;
    InetAddress address = InetAddress.getByName("192.0.2.9");
    X509Certificate card = TestPki.shared().card("CN=Login", Instant.now()).certificate();
    for (ProvenKey.Place place : ProvenKey.Place.values()) {
      ProvenKey proven = new ProvenKey(card, Certificates.thumbprint(card), place);
      log.get(AuditLog.class).countProven(cause, address, proven, "why");
    }
    OwnLog.await(() -> times(log, cause, "192.0.2.9") > 0);
    assertThat(times(log, cause, "192.0.2.9")).isEqualTo(1);
  }

  @Test
  void countsTogetherWhatComesFromTooManyAddresses() throws UnknownHostException {
    ErrorCode cause = ErrorCode.XML_MALFORMED;
    for (int i = 0; i < 4_500; i++) {
      refuse(log, cause, 1, "10." + (i / 62_500) + "." + (i / 250 % 250) + "." + (i % 250));
    }
    OwnLog.await(
        () -> log.count("SELECT COALESCE(SUM(times), 0) FROM refusal_count" + of(cause)) == 4_500);
    assertThat(times(log, cause, Strangers.OTHERS)).isPositive();
  }

  @Test
  void listsThemForAnAuditorWhoseLookIsInTheLog() throws UnknownHostException {
    ErrorCode cause = ErrorCode.CERTIFICATE_REVOKED;
    refuse(log, cause, 5, "192.0.2.7");
    refuse(log, cause, 2, "198.51.100.7");
    OwnLog.await(() -> times(log, cause, "198.51.100.7") == 2);
    assertThat(listed(cause, ""))
        .extracting(StrangerCount::address)
        .startsWith("192.0.2.7")
        .endsWith("198.51.100.7");
    assertThat(listed(cause, "198.51").stream().mapToLong(StrangerCount::times).sum()).isEqualTo(2);
    assertThat(LoggedActs.of(log.core(), "state_after", "strangers"))
        .contains("refusal " + cause.code() + ", address 198.51");
  }

  private List<StrangerCount> listed(ErrorCode cause, String address) {
    StrangerSearch search =
        new StrangerSearch(
            address, cause.code(), null, null, StrangerSearch.Sort.TIMES, true, 1, 100);
    return log.get(StrangerRefusals.class).search(search, Actor.HUB).items();
  }

  @Test
  void writesWhatWaitsBeforeTheHubStops() throws UnknownHostException {
    ErrorCode cause = ErrorCode.TIMESTAMP_EXPIRED;
    try (OwnLog stopped = start(database)) {
      refuse(stopped, cause, 4, "192.0.2.1");
      stopped.get(Strangers.class).stop();
      assertThat(times(stopped, cause, "192.0.2.1")).isEqualTo(4);
    }
  }

  @Test
  void disturbsNoCallWhileTheDatabaseTakesNoCounts() throws UnknownHostException {
    ErrorCode cause = ErrorCode.TOKEN_UNSUPPORTED;
    log.sql().execute("ALTER TABLE refusal_count RENAME TO refusal_count_away");
    try {
      refuse(log, cause, 7, "192.0.2.1");
      log.append(1);
    } finally {
      log.sql().execute("ALTER TABLE refusal_count_away RENAME TO refusal_count");
    }
    OwnLog.await(() -> times(log, cause, "192.0.2.1") == 7);
  }

  /** Each test has a cause of its own. */
  private static String of(ErrorCode cause) {
    return " WHERE cause = '" + cause.code() + "'";
  }

  private static void refuse(OwnLog log, ErrorCode cause, int times, String address)
      throws UnknownHostException {
    for (int i = 0; i < times; i++) {
      log.log().countRefusal(cause, InetAddress.getByName(address), "thumb", "why");
    }
  }

  private static long times(OwnLog log, ErrorCode cause, String address) {
    return log.get(StrangerMapper.class).times(cause.code(), address);
  }
}
