package tw.gov.mocs.hub.web.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import tw.gov.mocs.hub.job.Job;
import tw.gov.mocs.hub.job.JobRun;

/** Which lines of 作業清單 are meant, and in which order. */
class JobCriteriaTest {

  private static final Instant NOW = Instant.parse("2026-11-01T04:00:00Z");

  private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/admin/jobs");
  private final List<JobLine> lines =
      List.of(
          line(Job.MAIL, "Mail", "node-a", NOW.minusSeconds(9), NOW.plusSeconds(60), null),
          line(Job.CHECKPOINTS, "Checkpoints", "node-b", NOW, NOW, "LISTS"),
          line(Job.LOG_ARCHIVE, "Archive", "node-a", NOW.minusSeconds(500), NOW, null),
          line(
              Job.FILE_SWEEP,
              "Sweep",
              "node-b",
              NOW.minusSeconds(900),
              NOW.minusSeconds(600),
              null),
          JobLine.never(Job.VERIFICATION, "Verify"));

  @Test
  void standsAsItsLastRunWent() {
    assertThat(lines)
        .extracting(JobLine::state)
        .containsExactly(
            JobState.DONE, JobState.FAILED, JobState.DONE, JobState.LATE, JobState.NEVER);
  }

  @Test
  void hasFoundWhatMustNotBe() {
    JobLine line =
        line(Job.VERIFICATION, "Verify", "node-a", NOW, NOW.plusSeconds(60), "LOG_CHANGED");
    assertThat(line.state()).isEqualTo(JobState.FOUND);
  }

  @Test
  void runsUntilItHasEnded() {
    JobRun run =
        new JobRun("MAIL", "node-a", NOW, null, null, null, "LISTS", 1, null, NOW, null, null);
    assertThat(JobLine.of(Job.MAIL, "Mail", run, NOW).state()).isEqualTo(JobState.RUNNING);
  }

  @Test
  void isFoundByAPartOfTheJobOrOfTheNode() {
    request.addParameter("q", " NODE-B ");
    assertThat(found()).containsExactly("Checkpoints", "Sweep");
    request.setParameter("q", "arch");
    assertThat(found()).containsExactly("Archive");
  }

  @Test
  void isFoundByWhereItStands() {
    request.addParameter("state", "NEVER");
    assertThat(found()).containsExactly("Verify");
  }

  @Test
  void hasWhatNeedsALookFirst() {
    assertThat(sorted("state"))
        .containsExactly("Sweep", "Checkpoints", "Mail", "Archive", "Verify");
  }

  @Test
  void countsWhatNeverBeganAsTheOldest() {
    assertThat(sorted("began"))
        .containsExactly("Verify", "Sweep", "Archive", "Mail", "Checkpoints");
  }

  private Stream<String> found() {
    return lines.stream().filter(JobCriteria.of(request)::means).map(JobLine::title);
  }

  private Stream<String> sorted(String column) {
    return lines.stream().sorted(JobCriteria.order(column)).map(JobLine::title);
  }

  private static JobLine line(
      Job job, String title, String node, Instant began, Instant next, @Nullable String failure) {
    JobRun run =
        new JobRun(job.name(), node, began, began, 7L, next, failure, 0, null, began, null, null);
    return JobLine.of(job, title, run, NOW);
  }
}
