package tw.gov.mocs.hub.ws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of this machine, and how far a test has moved it. */
final class ShiftedClock extends Clock {

  private volatile Duration ahead = Duration.ZERO;

  /** Only ever forward: the log's times must not run back. */
  synchronized void forward(Duration by) {
    ahead = ahead.plus(by);
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
