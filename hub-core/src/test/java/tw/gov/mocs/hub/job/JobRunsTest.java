package tw.gov.mocs.hub.job;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.env.MockEnvironment;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** How jobs went, on every database. */
@OnEveryDatabase
class JobRunsTest {

  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final String node = "jobs-" + NEXT.incrementAndGet();
  private final ApplicationContext core;
  private final JobRuns jobs;

  JobRunsTest(TestDatabase database) {
    core = TestCore.shared(database);
    jobs = on(new MockEnvironment().withProperty("hub.audit.node", node));
  }

  @Test
  void keepsOneRowForEachJobAndNode() {
    for (int round = 0; round < 3; round++) {
      jobs.run(Job.FILE_SWEEP, MINUTE, () -> {});
      jobs.store();
    }
    assertThat(jobs.list())
        .filteredOn(run -> run.nodeName().equals(node))
        .singleElement()
        .satisfies(
            run -> {
              assertThat(run.running()).isFalse();
              assertThat(run.failure()).isNull();
              assertThat(run.nextAt())
                  .isEqualTo(requireNonNull(run.endedAt(), "ended").plus(MINUTE));
              assertThat(run.succeededAt()).isEqualTo(run.endedAt());
            });
  }

  @Test
  void keepsAFailureWithoutItsTextAndThrowsItOn() {
    for (int round = 0; round < 2; round++) {
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(
              () ->
                  jobs.run(
                      Job.MAIL,
                      MINUTE,
                      () -> {
                        throw new IllegalStateException("A123456789");
                      }));
    }
    jobs.store();
    assertThat(mine()).returns("INTERNAL_ERROR", JobRun::failure).returns(2, JobRun::failures);
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(
            () ->
                jobs.run(
                    Job.MAIL,
                    MINUTE,
                    () -> {
                      throw new HubException(ErrorCode.SPOOL_FULL, "full");
                    }));
    jobs.store();
    assertThat(mine()).returns("SPOOL_FULL", JobRun::failure);
    jobs.attempt(Job.MAIL, MINUTE, () -> JobRecorder.MAIL_SERVER);
    jobs.store();
    assertThat(mine())
        .returns(JobRecorder.MAIL_SERVER, JobRun::failure)
        .returns(4, JobRun::failures)
        .returns(null, JobRun::succeededAt);
    jobs.run(Job.MAIL, MINUTE, () -> {});
    jobs.store();
    assertThat(mine()).returns(null, JobRun::failure).returns(0, JobRun::failures);
  }

  @Test
  void showsWhatRuns() {
    jobs.run(
        Job.DELIVERIES,
        MINUTE,
        () -> {
          jobs.store();
          assertThat(mine().running()).isTrue();
        });
    jobs.store();
    assertThat(mine().running()).isFalse();
  }

  @Test
  void saysToOtherNodesHowFarARunIs() {
    JobRuns other = on(new MockEnvironment().withProperty("hub.audit.node", node + "-b"));
    jobs.run(
        Job.LOG_ARCHIVE,
        MINUTE,
        () -> {
          jobs.reached(Job.LOG_ARCHIVE, 30, 120L);
          jobs.store();
          assertThat(other.list())
              .filteredOn(run -> run.nodeName().equals(node))
              .singleElement()
              .returns(30L, JobRun::doneCount)
              .returns(25, JobRun::percent);
        });
  }

  @Test
  void saysOfAnUnknownTotalWhatIsDoneAlone() {
    jobs.run(
        Job.MAIL,
        MINUTE,
        () -> {
          jobs.reached(Job.MAIL, 7, null);
          jobs.store();
          assertThat(mine()).returns(7L, JobRun::doneCount).returns(null, JobRun::percent);
        });
  }

  @Test
  void forgetsHowFarARunWasWithItsEnd() {
    jobs.run(
        Job.CALL_INDEX,
        MINUTE,
        () -> {
          jobs.reached(Job.CALL_INDEX, 1, 2L);
          jobs.store();
        });
    jobs.reached(Job.CALL_INDEX, 2, 2L);
    jobs.store();
    assertThat(mine()).returns(null, JobRun::doneCount).returns(null, JobRun::totalCount);
  }

  @Test
  void writesNothingWhenAJobTellsHowFarItIs() {
    jobs.run(
        Job.MAIL,
        MINUTE,
        () -> {
          jobs.store();
          jobs.reached(Job.MAIL, 1, null);
          assertThat(mine().doneCount()).isNull();
        });
  }

  @Test
  void aCommandBesideTheHubStoresNothing() {
    JobRuns command =
        on(
            new MockEnvironment()
                .withProperty("hub.audit.node", node)
                .withProperty("hub.audit.writing", "false"));
    command.run(Job.MAIL, MINUTE, () -> {});
    command.store();
    assertThat(jobs.list()).filteredOn(run -> run.nodeName().equals(node)).isEmpty();
  }

  @Test
  void theHubRecordsItsJobs() throws InterruptedException {
    JobRuns hub = core.getBean(JobRuns.class);
    for (int wait = 0; wait < 100 && hub.list().stream().noneMatch(this::ofTheHub); wait++) {
      Thread.sleep(200);
    }
    assertThat(hub.list()).anyMatch(this::ofTheHub);
  }

  private boolean ofTheHub(JobRun run) {
    return run.jobName().equals(Job.CHECKPOINTS.name()) && !run.nodeName().startsWith("jobs-");
  }

  private JobRun mine() {
    return jobs.list().stream()
        .filter(run -> run.nodeName().equals(node))
        .findFirst()
        .orElseThrow();
  }

  private JobRuns on(MockEnvironment settings) {
    return new JobRuns(core.getBean(JobMapper.class), settings, Clock.systemUTC());
  }
}
