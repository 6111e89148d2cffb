package tw.gov.mocs.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

@OnEveryDatabase
class ForgettingTest {

  private static final Map<TestDatabase, OwnLog> LOGS = new EnumMap<>(TestDatabase.class);

  private static final int MORE_THAN_A_BATCH = 600;

  /** The longest that {@code hub.ws.max-age} may be. */
  private static final Duration LONGEST_AGE = Duration.ofMinutes(30);

  private final OwnLog log;

  ForgettingTest(TestDatabase database) {
    log = LOGS.computeIfAbsent(database, OwnLog::new);
    log.sql().update("DELETE FROM replay_digest");
    log.sql().update("DELETE FROM request_claim");
  }

  @AfterAll
  static void close() {
    LOGS.values().forEach(OwnLog::close);
    LOGS.clear();
  }

  @Test
  void keepsADigestWhileItsTimestampMayBeValid() {
    append(3);
    forgetAfter(Duration.ofMinutes(59));
    assertThat(log.count("SELECT COUNT(*) FROM replay_digest")).isEqualTo(3);
  }

  @Test
  void removesDigestsThatNoTimestampLetsThroughAnyMore() {
    append(MORE_THAN_A_BATCH);
    forgetAfter(Duration.ofMinutes(61));
    assertThat(log.count("SELECT COUNT(*) FROM replay_digest")).isZero();
    assertThat(log.count("SELECT COUNT(*) FROM request_claim")).isEqualTo(MORE_THAN_A_BATCH);
  }

  @Test
  void removesRequestIdsAfterTheirDays() {
    append(MORE_THAN_A_BATCH);
    forgetAfter(Duration.ofDays(401));
    assertThat(log.count("SELECT COUNT(*) FROM request_claim")).isZero();
  }

  @Test
  void neverRemovesTheLog() {
    append(3);
    long before = log.end();
    forgetAfter(Duration.ofDays(10_000));
    assertThat(log.verify().rows()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(longs = {-20, 20})
  void refusesAReplayThatAClockTwentyMinutesOffLetsThrough(long minutesAheadOfTheDatabase) {
    Instant database = log.get(LogMapper.class).now();
    Instant node = database.plus(Duration.ofMinutes(minutesAheadOfTheDatabase));
    // The oldest message that this node's check of the Timestamp takes.
    Instant created = node.minus(LONGEST_AGE).plusSeconds(1);
    Claims claims = new Claims(Calls.fresh().signedDigest(), created, null, null);
    log.log().append(Calls.served(log.log(), 1), claims);
    log.get(Forgetting.class).run();
    assertThatThrownBy(() -> log.log().append(Calls.served(log.log(), 1), claims))
        .isInstanceOfSatisfying(
            HubException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.REPLAYED));
  }

  private void append(int calls) {
    for (int i = 0; i < calls; i++) {
      log.log().append(Calls.served(log.log(), 1), Calls.request(UUID.randomUUID().toString()));
    }
  }

  private void forgetAfter(Duration time) {
    log.get(Forgetting.class).forget(Instant.now().plus(time));
  }
}
