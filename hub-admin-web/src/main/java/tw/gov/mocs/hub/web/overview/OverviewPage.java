package tw.gov.mocs.hub.web.overview;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tw.gov.mocs.hub.agency.Role;
import tw.gov.mocs.hub.audit.CallCounts;
import tw.gov.mocs.hub.audit.DayCalls;
import tw.gov.mocs.hub.audit.DayCalls.Calls;
import tw.gov.mocs.hub.audit.LogVerifications;
import tw.gov.mocs.hub.audit.PublishedCheckpoints;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.exchange.Backlogs;
import tw.gov.mocs.hub.job.Job;
import tw.gov.mocs.hub.trust.KnownLists;
import tw.gov.mocs.hub.web.layout.ServiceNames;
import tw.gov.mocs.hub.web.login.LoginSession;
import tw.gov.mocs.hub.web.setting.JobFailures;

/** 總覽 of the administration. */
@Controller
final class OverviewPage {

  /** Of how many days the calls are told. */
  static final int DAYS = 14;

  /** The jobs that learn what is revoked. */
  private static final Set<Job> ASKING = EnumSet.of(Job.REVOCATION_LISTS, Job.OCSP_ANSWERS);

  private final Figures figures;
  private final CallCounts counts;
  private final KnownLists lists;
  private final PublishedCheckpoints checkpoints;
  private final Catalogue catalogue;
  private final Disks disks;
  private final Backlogs backlogs;
  private final JobFailures failures;
  private final LogVerifications verifications;
  private final Clock clock;

  OverviewPage(
      Figures figures,
      CallCounts counts,
      KnownLists lists,
      PublishedCheckpoints checkpoints,
      Catalogue catalogue,
      Disks disks,
      Backlogs backlogs,
      JobFailures failures,
      LogVerifications verifications,
      Clock clock) {
    this.verifications = verifications;
    this.figures = figures;
    this.counts = counts;
    this.lists = lists;
    this.checkpoints = checkpoints;
    this.catalogue = catalogue;
    this.disks = disks;
    this.backlogs = backlogs;
    this.failures = failures;
    this.clock = clock;
  }

  @GetMapping("/admin")
  String show(Locale locale, Model model) {
    Role role = LoginSession.holder().orElseThrow().role();
    List<DayCalls> days = counts.last(DAYS);
    model.addAttribute("applications", figures.applications(role));
    model.addAttribute("endings", figures.endings(role));
    model.addAttribute("work", figures.work(role));
    model.addAttribute("today", figures.calls(days.get(DAYS - 1), days.get(DAYS - 2), role));
    model.addAttribute("days", days);
    model.addAttribute("chart", CallChart.of(days));
    model.addAttribute("failing", failing(days.subList(DAYS - 2, DAYS)));
    model.addAttribute("names", new ServiceNames(catalogue.current(), locale));
    model.addAttribute(
        "calls", role == Role.AUDITOR ? "/admin/audit/calls" : "/admin/overview/calls");
    model.addAttribute("lists", lists.all());
    model.addAttribute("failedJobs", failures.of(ASKING, locale));
    model.addAttribute("mayStrangers", role == Role.AUDITOR);
    model.addAttribute("mayJobs", role == Role.ADMINISTRATOR);
    model.addAttribute(
        "checkpoint", checkpoints.search(1, 1).items().stream().findFirst().orElse(null));
    model.addAttribute("maySeeVerified", role != Role.REVIEWER);
    model.addAttribute("verified", verifications.last().orElse(null));
    model.addAttribute(
        "verifications",
        role == Role.AUDITOR ? "/admin/audit/verification" : "/admin/jobs?state=FOUND");
    model.addAttribute("disks", disks.all());
    model.addAttribute("tight", Disk.TIGHT);
    model.addAttribute("backlogs", backlogs.all());
    model.addAttribute("now", clock.instant());
    return "overview/page";
  }

  /** Services of whose calls some failed since yesterday, because of the hub. */
  private static Map<String, Calls> failing(List<DayCalls> days) {
    Map<String, Calls> all = new TreeMap<>();
    days.stream()
        .flatMap(day -> day.services().entrySet().stream())
        .forEach(service -> all.merge(service.getKey(), service.getValue(), Calls::plus));
    all.values().removeIf(calls -> calls.failed() == 0);
    return all;
  }
}
