package tw.gov.mocs.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;

@OnEveryDatabase
class ForgettingTest {

  private final OwnLog log;

  ForgettingTest(TestDatabase database) {
    log = new OwnLog(database);
    for (int i = 0; i < 600; i++) {
      log.log().append(Calls.served(log.log(), 1), Calls.request(UUID.randomUUID().toString()));
    }
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void keepsADigestWhileItsTimestampMayBeValid() {
    forgetAfter(Duration.ofMinutes(59));
    assertThat(log.count("SELECT COUNT(*) FROM replay_digest")).isEqualTo(600);
  }

  @Test
  void removesDigestsThatNoTimestampLetsThroughAnyMore() {
    forgetAfter(Duration.ofMinutes(61));
    assertThat(log.count("SELECT COUNT(*) FROM replay_digest")).isZero();
    assertThat(log.count("SELECT COUNT(*) FROM request_claim")).isEqualTo(600);
  }

  @Test
  void removesRequestIdsAfterTheirDays() {
    forgetAfter(Duration.ofDays(401));
    assertThat(log.count("SELECT COUNT(*) FROM request_claim")).isZero();
  }

  @Test
  void neverRemovesTheLog() {
    long before = log.end();
    forgetAfter(Duration.ofDays(10_000));
    assertThat(log.verify().rows()).isEqualTo(before);
  }

  private void forgetAfter(Duration time) {
    log.get(Forgetting.class).forget(Instant.now().plus(time));
  }
}
