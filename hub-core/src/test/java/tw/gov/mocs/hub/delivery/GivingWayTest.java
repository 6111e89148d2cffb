package tw.gov.mocs.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.InterruptedIOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GivingWayTest {

  private static final long WORK = Duration.ofMillis(2).toNanos();

  private long now = 1_000;
  private long records;
  private long slept;
  private final GivingWay way =
      new GivingWay(
          () -> records,
          () -> now,
          nanos -> {
            slept += nanos;
            now += nanos;
          });

  @Test
  void doesNotRestWhileNobodyCalls() throws Exception {
    read(Duration.ofSeconds(10), 0);
    assertThat(slept).isZero();
  }

  @Test
  void restsThreeQuartersOfTheTimeWhileThereAreCalls() throws Exception {
    read(Duration.ofSeconds(2), 50);
    long before = now;
    slept = 0;
    read(Duration.ofSeconds(10), 50);
    assertThat((double) slept / (now - before)).isBetween(0.74, 0.76);
  }

  @Test
  void goesOnOnceTheCallsAreOver() throws Exception {
    read(Duration.ofSeconds(3), 50);
    read(Duration.ofSeconds(2), 0);
    slept = 0;
    read(Duration.ofSeconds(10), 0);
    assertThat(slept).isZero();
  }

  @Test
  void theActsOfAFewPeopleDoNotStopIt() throws Exception {
    read(Duration.ofSeconds(10), 2);
    assertThat(slept).isZero();
  }

  @Test
  void restsNoLongerThanATenthOfASecondAtOnce() throws Exception {
    read(Duration.ofSeconds(3), 50);
    slept = 0;
    now += Duration.ofMinutes(1).toNanos();
    records += 10_000;
    rows();
    assertThat(slept).isEqualTo(Duration.ofMillis(100).toNanos());
  }

  @Test
  void canBeStoppedWhileItRests() throws Exception {
    GivingWay stopped =
        new GivingWay(
            () -> records,
            () -> now,
            nanos -> {
              throw new InterruptedException();
            });
    now += Duration.ofSeconds(2).toNanos();
    records += 1_000;
    assertThatExceptionOfType(InterruptedIOException.class)
        .isThrownBy(
            () -> {
              for (int i = 0; i < GivingWay.ROWS; i++) {
                stopped.row();
              }
            });
    assertThat(Thread.interrupted()).isTrue();
  }

  /** Reads for so long, with so many calls a second. */
  private void read(Duration length, int calls) throws Exception {
    long from = now;
    long begin = records;
    while (now - from < length.toNanos()) {
      records = begin + (now - from) * calls / Duration.ofSeconds(1).toNanos();
      now += WORK;
      rows();
    }
  }

  private void rows() throws Exception {
    for (int i = 0; i < GivingWay.ROWS; i++) {
      way.row();
    }
  }
}
