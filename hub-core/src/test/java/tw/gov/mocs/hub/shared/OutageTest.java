package tw.gov.mocs.hub.shared;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class OutageTest {

  private static final String AWAY = "it cannot be read: IllegalStateException";
  private static final String BACK = "it is read again";

  private final Logger log = (Logger) LoggerFactory.getLogger(OutageTest.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final AtomicLong nanos = new AtomicLong();
  private final Outage outage = new Outage(log, "it cannot be read", BACK, nanos::get);

  @BeforeEach
  void listen() {
    lines.start();
    log.setLevel(Level.INFO);
    log.addAppender(lines);
  }

  @AfterEach
  void leave() {
    log.detachAppender(lines);
  }

  private void fail() {
    outage.failed(new IllegalStateException("with a value"));
  }

  private List<String> told() {
    return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @Test
  void isToldAtOnceAndThenOnceAMinute() {
    for (int second = 0; second < 120; second++) {
      fail();
      fail();
      nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    }
    assertThat(told()).containsExactly(AWAY, AWAY);
  }

  @Test
  void isToldToBeOverOnce() {
    fail();
    outage.passed();
    outage.passed();
    assertThat(told()).containsExactly(AWAY, BACK);
  }

  @Test
  void isToldAnewWhenItComesAgain() {
    fail();
    outage.passed();
    fail();
    assertThat(told()).containsExactly(AWAY, BACK, AWAY);
  }

  @Test
  void isNothingWhileAllGoesWell() {
    outage.passed();
    assertThat(told()).isEmpty();
  }
}
