package tw.gov.mocs.hub.web.setting;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tw.gov.mocs.hub.job.Job;
import tw.gov.mocs.hub.job.JobRecorder;
import tw.gov.mocs.hub.job.JobRun;
import tw.gov.mocs.hub.job.JobRuns;
import tw.gov.mocs.hub.shared.ErrorCode;

/** 作業清單: what runs by itself, and how it went on each node. */
@Controller
final class JobPages {

  /** What has words of its own. */
  private static final Set<String> KNOWN =
      Set.of(
          JobRecorder.LISTS,
          JobRecorder.MAIL_SERVER,
          ErrorCode.DATABASE_UNAVAILABLE.name(),
          ErrorCode.SOURCE_UNAVAILABLE.name());

  private final JobRuns jobs;
  private final Clock clock;

  JobPages(JobRuns jobs, Clock clock) {
    this.jobs = jobs;
    this.clock = clock;
  }

  @GetMapping("/admin/jobs")
  String list(Model model) {
    List<JobRun> runs = jobs.list();
    Set<String> run = runs.stream().map(JobRun::jobName).collect(Collectors.toSet());
    model.addAttribute("runs", runs.stream().filter(one -> isKnown(one.jobName())).toList());
    model.addAttribute(
        "never", Arrays.stream(Job.values()).filter(job -> !run.contains(job.name())).toList());
    model.addAttribute("now", clock.instant());
    model.addAttribute("page", this);
    return "setting/jobs";
  }

  /** The words of a failure; those of any that has none of its own are one. */
  public String failureKey(String failure) {
    return "jobs.failure." + (KNOWN.contains(failure) ? failure : "OTHER");
  }

  /** The code of a failure that has no words of its own. */
  public String failureCode(String failure) {
    return Arrays.stream(ErrorCode.values())
        .filter(code -> code.name().equals(failure))
        .map(ErrorCode::code)
        .findFirst()
        .orElse(failure);
  }

  /** Of a hub of another version, beside this one while it is replaced. */
  private static boolean isKnown(String name) {
    return Arrays.stream(Job.values()).anyMatch(job -> job.name().equals(name));
  }
}
