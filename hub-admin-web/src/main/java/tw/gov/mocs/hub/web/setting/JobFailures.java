package tw.gov.mocs.hub.web.setting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.job.Job;
import tw.gov.mocs.hub.job.JobRecorder;
import tw.gov.mocs.hub.job.JobRun;
import tw.gov.mocs.hub.job.JobRuns;
import tw.gov.mocs.hub.shared.ErrorCode;

/** Why jobs failed, in the words of the page. */
@Component("jobFailures")
public final class JobFailures {

  /** What has words of its own. */
  private static final Set<String> KNOWN =
      Set.of(
          JobRecorder.LISTS,
          JobRecorder.LISTS_MISSING,
          JobRecorder.ANSWERS,
          JobRecorder.MAIL_SERVER,
          JobRecorder.LOG_CHANGED,
          ErrorCode.DATABASE_UNAVAILABLE.name(),
          ErrorCode.SOURCE_UNAVAILABLE.name());

  private final JobRuns jobs;
  private final MessageSource messages;

  JobFailures(JobRuns jobs, MessageSource messages) {
    this.jobs = jobs;
    this.messages = messages;
  }

  /**
   * The last run of a job on a node, that failed.
   *
   * @param job what the job is called
   * @param node where it ran
   * @param why what failed of it
   */
  public record Failed(String job, String node, String why) {}

  /** Those of these jobs whose last run failed, on any node. */
  public List<Failed> of(Set<Job> wanted, Locale locale) {
    return jobs.list().stream()
        .filter(run -> wanted.stream().anyMatch(job -> job.name().equals(run.jobName())))
        .flatMap(run -> failed(run, locale).stream())
        .toList();
  }

  private List<Failed> failed(JobRun run, Locale locale) {
    String failure = run.failure();
    String title = messages.getMessage("jobs.of." + run.jobName(), null, locale);
    return failure == null
        ? List.of()
        : List.of(new Failed(title, run.nodeName(), said(failure, locale)));
  }

  /** The words of a failure; of one that has none of its own its code. */
  public String said(String failure, Locale locale) {
    String key = "jobs.failure." + (KNOWN.contains(failure) ? failure : "OTHER");
    return messages.getMessage(key, new Object[] {code(failure)}, locale);
  }

  private static String code(String failure) {
    return Arrays.stream(ErrorCode.values())
        .filter(code -> code.name().equals(failure))
        .map(ErrorCode::code)
        .findFirst()
        .orElse(failure);
  }
}
