package tw.gov.mocs.hub.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  private final Latencies hundred = new Latencies(LongStream.rangeClosed(1, 100).toArray());

  @Test
  void halfOfTheCallsDidNotExceedTheMedian() {
    assertThat(hundred.percentile(50)).isEqualTo(Duration.ofNanos(50));
  }

  @Test
  void oneCallOfAHundredExceedsP99() {
    assertThat(hundred.percentile(99)).isEqualTo(Duration.ofNanos(99));
  }

  @Test
  void theWholeIsTheSlowest() {
    assertThat(hundred.percentile(100)).isEqualTo(Duration.ofNanos(100));
  }

  @Test
  void ordersWhatItGets() {
    assertThat(new Latencies(3, 1, 2).percentile(50)).isEqualTo(Duration.ofNanos(2));
  }

  @Test
  void oneCallIsEveryPercentile() {
    assertThat(new Latencies(7).percentile(0.1)).isEqualTo(Duration.ofNanos(7));
  }

  @Test
  void roundsAreOneMeasurementTogether() {
    Measurement both =
        new Measurement(Duration.ofMillis(500), Duration.ZERO, new Latencies(1, 2))
            .with(new Measurement(Duration.ofMillis(500), Duration.ZERO, new Latencies(3, 4)));

    assertThat(both.callsPerCpuSecond()).isEqualTo(4.0);
  }

  @Test
  void nothingMeasuredIsNoMeasurement() {
    assertThatThrownBy(Latencies::new).isInstanceOf(IllegalArgumentException.class);
  }
}
