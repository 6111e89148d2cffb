package tw.gov.mocs.hub.web.setting;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.job.Job;
import tw.gov.mocs.hub.job.JobRecorder;
import tw.gov.mocs.hub.job.JobRun;
import tw.gov.mocs.hub.job.JobRuns;
import tw.gov.mocs.hub.shared.ErrorCode;

/** 作業清單: what runs by itself, and how it went on each node. While one runs the page comes anew. */
@Controller
final class JobPages {

  /** What has words of its own. */
  private static final Set<String> KNOWN =
      Set.of(
          JobRecorder.LISTS,
          JobRecorder.MAIL_SERVER,
          ErrorCode.DATABASE_UNAVAILABLE.name(),
          ErrorCode.SOURCE_UNAVAILABLE.name());

  private static final String SECONDS = "5";

  private final JobRuns jobs;
  private final Clock clock;

  JobPages(JobRuns jobs, Clock clock) {
    this.jobs = jobs;
    this.clock = clock;
  }

  @GetMapping("/admin/jobs")
  String list(
      @RequestParam(name = "still", required = false) @Nullable String still,
      HttpServletResponse response,
      Model model) {
    List<JobRun> runs = jobs.list();
    Instant now = clock.instant();
    boolean running = runs.stream().anyMatch(one -> one.running() && !one.late(now));
    if (running && still == null) {
      response.setHeader("Refresh", SECONDS);
    }
    model.addAttribute("running", running);
    model.addAttribute("still", still != null);
    Set<String> run = runs.stream().map(JobRun::jobName).collect(Collectors.toSet());
    model.addAttribute("runs", runs.stream().filter(one -> isKnown(one.jobName())).toList());
    model.addAttribute(
        "never", Arrays.stream(Job.values()).filter(job -> !run.contains(job.name())).toList());
    model.addAttribute("now", now);
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
