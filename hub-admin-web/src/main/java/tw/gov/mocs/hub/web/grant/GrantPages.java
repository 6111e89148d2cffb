package tw.gov.mocs.hub.web.grant;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.agency.Role;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.Applications;
import tw.gov.mocs.hub.application.GrantControl;
import tw.gov.mocs.hub.application.GrantLine;
import tw.gov.mocs.hub.application.GrantStatus;
import tw.gov.mocs.hub.audit.ActHistory;
import tw.gov.mocs.hub.audit.CallRecords;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.login.LoginSession;
import tw.gov.mocs.hub.web.review.ReviewedApplications;
import tw.gov.mocs.hub.web.review.TermsSheet;

/** 授權管理: the list, and one grant with its terms, its use and its history. */
@Controller
final class GrantPages {

  /** Before an act: that it was asked for and is none for a grant of this state. */
  static final String UNFIT = "not-";

  private final GrantControl grants;
  private final Applications applications;
  private final TermsSheet terms;
  private final CallRecords calls;
  private final ActHistory history;
  private final Clock clock;

  GrantPages(
      GrantControl grants,
      Applications applications,
      TermsSheet terms,
      CallRecords calls,
      ActHistory history,
      Clock clock) {
    this.grants = grants;
    this.applications = applications;
    this.terms = terms;
    this.calls = calls;
    this.history = history;
    this.clock = clock;
  }

  @GetMapping(path = "/admin/grants", params = "!format")
  String list(HttpServletRequest request, Model model) {
    GrantCriteria criteria = GrantCriteria.of(request);
    ListQuery asked = ListQuery.of(request, GrantCriteria.COLUMNS);
    Listing<GrantLine> list =
        Listing.search(request, asked, query -> grants.search(criteria.search(query)));
    model.addAttribute("criteria", criteria);
    model.addAttribute("list", list);
    model.addAttribute("states", GrantStatus.values());
    model.addAttribute("withins", GrantCriteria.WITHINS);
    model.addAttribute("today", today());
    return "grant/list";
  }

  @GetMapping("/admin/grants/{number}")
  String show(
      @PathVariable("number") String number,
      @RequestParam(name = "told", required = false) @Nullable String told,
      Locale locale,
      Model model) {
    ApplicationNumber known = ReviewedApplications.number(number);
    GrantLine line = grants.line(known);
    Application application = applications.get(known);
    List<GrantAct> acts = Arrays.stream(GrantAct.values()).filter(act -> act.fits(line)).toList();
    model.addAttribute("line", line);
    model.addAttribute("number", known);
    model.addAttribute("decisions", terms.of(application, locale));
    model.addAttribute("use", calls.useOf(known.value()));
    model.addAttribute("history", history.of(known.value()));
    model.addAttribute("acts", isReviewer() ? acts : List.of());
    model.addAttribute("today", today());
    model.addAttribute("told", GrantAct.named(told).map(GrantAct::path).orElse(null));
    model.addAttribute("unfit", unfit(told, line));
    return "grant/page";
  }

  private static @Nullable GrantAct unfit(@Nullable String told, GrantLine line) {
    return told == null || !told.startsWith(UNFIT)
        ? null
        : GrantAct.named(told.substring(UNFIT.length()))
            .filter(act -> !act.fits(line))
            .orElse(null);
  }

  private LocalDate today() {
    return RocDate.dayOf(clock.instant());
  }

  private static boolean isReviewer() {
    return LoginSession.holder().orElseThrow().role() == Role.REVIEWER;
  }
}
