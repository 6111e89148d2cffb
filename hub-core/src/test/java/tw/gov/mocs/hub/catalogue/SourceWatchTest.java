package tw.gov.mocs.hub.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.application.MutableClock;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.job.Job;
import tw.gov.mocs.hub.job.JobRecorder;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

@OnEveryDatabase
class SourceWatchTest {

  private static final Duration EVERY = Duration.ofHours(24);

  private final MutableClock clock = new MutableClock(Instant.parse("2026-11-27T01:00:00Z"));
  private final TableDrifts drifts;
  private boolean away;
  private int runs;

  private final JobRecorder jobs =
      (job, next, work) -> {
        assertThat(job).isEqualTo(Job.SOURCE_CHECK);
        runs++;
        if (away) {
          throw new HubException(ErrorCode.SOURCE_UNAVAILABLE, "away");
        }
        assertThat(work.get()).as("what failed of it").isNull();
      };

  SourceWatchTest(TestDatabase database) {
    ApplicationContext core = TestCore.shared(database, "catalogue");
    drifts =
        new TableDrifts(core.getBean(SourceMetadata.class), core.getBean(Catalogue.class), clock);
  }

  @Test
  void comparesAtOnceAndThenWhenItIsTime() {
    SourceWatch watch = watch();
    watch.run();
    assertThat(drifts.comparedAt()).contains(clock.instant());
    clock.set(clock.instant().plus(EVERY.minusMinutes(1)));
    watch.run();
    assertThat(runs).isEqualTo(1);
    clock.set(clock.instant().plus(Duration.ofMinutes(1)));
    watch.run();
    assertThat(drifts.comparedAt()).contains(clock.instant());
  }

  @Test
  void asksASourceThatWasAwaySoonAgain() {
    away = true;
    SourceWatch watch = watch();
    watch.run();
    away = false;
    clock.set(clock.instant().plus(Duration.ofMinutes(10)));
    watch.run();
    assertThat(drifts.comparedAt()).contains(clock.instant());
  }

  private SourceWatch watch() {
    return new SourceWatch(drifts, new SourceCheckSettings(EVERY), jobs, clock);
  }
}
