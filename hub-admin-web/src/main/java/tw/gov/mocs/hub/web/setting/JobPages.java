package tw.gov.mocs.hub.web.setting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.job.Job;
import tw.gov.mocs.hub.job.JobRun;
import tw.gov.mocs.hub.job.JobRuns;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.layout.PageOf;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFile.Rows;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/** 作業清單: what runs by itself, and how it went on each node. While one runs the page comes anew. */
@Controller
final class JobPages {

  private static final String SECONDS = "5";
  private static final int MILLIS = 3;

  private final JobRuns jobs;
  private final JobFailures failures;
  private final ListFiles files;
  private final MessageSource messages;
  private final Clock clock;

  JobPages(
      JobRuns jobs, JobFailures failures, ListFiles files, MessageSource messages, Clock clock) {
    this.jobs = jobs;
    this.failures = failures;
    this.files = files;
    this.messages = messages;
    this.clock = clock;
  }

  @GetMapping(path = "/admin/jobs", params = "!format")
  String list(
      @RequestParam(name = "still", required = false) @Nullable String still,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    List<JobLine> lines = lines(locale);
    boolean running = lines.stream().anyMatch(one -> one.state() == JobState.RUNNING);
    if (running && still == null) {
      response.setHeader("Refresh", SECONDS);
    }
    JobCriteria criteria = JobCriteria.of(request);
    List<JobLine> found = lines.stream().filter(criteria::means).toList();
    model.addAttribute("running", running);
    model.addAttribute("still", still != null);
    model.addAttribute("criteria", criteria);
    model.addAttribute("states", JobState.values());
    model.addAttribute(
        "list",
        Listing.search(
            request,
            ListQuery.of(request, JobCriteria.COLUMNS),
            query -> PageOf.list(found, JobCriteria.order(query.sort()), query)));
    return "setting/jobs";
  }

  @GetMapping(path = "/admin/jobs", params = "format")
  void export(
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    JobCriteria criteria = JobCriteria.of(request);
    ListQuery query = ListQuery.of(request, JobCriteria.COLUMNS);
    ListFile<JobLine> file = files.begin("admin.jobs", request);
    List<JobLine> found = lines(file.locale()).stream().filter(criteria::means).toList();
    file.column("jobs.job", JobLine::title)
        .column("jobs.node", JobLine::node)
        .column("jobs.result", line -> file.text("jobs.state." + line.state()))
        .column("jobs.failure", line -> failure(line.failure(), file))
        .column("jobs.failureCount", line -> line.run() == null ? null : line.run().failures())
        .column("jobs.succeeded", line -> line.run() == null ? null : line.run().succeededAt())
        .column("jobs.began", JobLine::beganAt)
        .column("jobs.tookSeconds", line -> seconds(line.tookMillis()))
        .column("jobs.next", JobLine::nextAt)
        .send(format, Rows.of(PageOf.all(found, JobCriteria.order(query.sort()), query)), response);
  }

  private @Nullable String failure(@Nullable String failure, ListFile<JobLine> file) {
    return failure == null ? null : failures.said(failure, file.locale());
  }

  private static @Nullable BigDecimal seconds(@Nullable Long millis) {
    return millis == null ? null : BigDecimal.valueOf(millis, MILLIS);
  }

  /** Of a hub of another version, beside this one while it is replaced, what is known here. */
  private List<JobLine> lines(Locale locale) {
    List<JobRun> runs = jobs.list();
    Instant now = clock.instant();
    return Arrays.stream(Job.values()).flatMap(job -> lines(job, runs, now, locale)).toList();
  }

  private Stream<JobLine> lines(Job job, List<JobRun> runs, Instant now, Locale locale) {
    String title = messages.getMessage("jobs.of." + job, null, locale);
    List<JobLine> lines =
        runs.stream()
            .filter(run -> run.jobName().equals(job.name()))
            .map(run -> JobLine.of(job, title, run, now))
            .toList();
    return lines.isEmpty() ? Stream.of(JobLine.never(job, title)) : lines.stream();
  }
}
