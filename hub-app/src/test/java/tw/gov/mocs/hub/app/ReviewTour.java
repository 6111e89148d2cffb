package tw.gov.mocs.hub.app;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What reviewers and auditors see. */
final class ReviewTour extends PageTour {

  ReviewTour(RunningDemo demo, Browser browser, PortalClient agency, String language, Path folder) {
    super(demo, browser, agency, language, folder);
  }

  @Override
  void go() throws Exception {
    lookAtReviews();
    lookAtTheAudit();
  }

  private void lookAtReviews() throws Exception {
    PortalClient reviewer = PortalClient.loggedIn(demo, "reviewer");
    Page page = openAs(reviewer);
    look(page, "progress-of-all", "progress");
    look(page, "error-403", "apply");
    String oldest = "progress?state=PENDING&sort=number&order=asc&method=WEB_SERVICE";
    String pending = group(agency.get(oldest).body(), "/progress/(APSQ[0-9]+)\"");
    ReviewSteps.letter(reviewer, pending);
    look(page, "overview", "admin");
    look(page, "overview-calls", "admin/overview/calls");
    look(page, "overview-calls-none", "admin/overview/calls?q=zzz&from=x");
    look(page, "overview-stores", "admin/overview/stores");
    look(page, "overview-lists", "admin/overview/lists");
    look(page, "reviews", "admin/reviews");
    look(page, "reviews-none", "admin/reviews?number=APSQ09900001");
    look(page, "review", "admin/reviews/" + pending);
    for (String act : List.of("decide", "letter", "return", "second")) {
      look(page, "review-" + act, "admin/reviews/" + pending + "/" + act);
    }
    String granted = number("APSQ");
    look(page, "review-of-granted", "admin/reviews/" + granted);
    look(page, "grants", "admin/grants");
    look(page, "grant", "admin/grants/" + granted);
    for (String act : List.of("suspend", "revoke", "extend", "certify")) {
      look(page, "grant-" + act, "admin/grants/" + granted + "/" + act);
    }
    look(page, "grant-revoke-fault", "admin/grants/" + granted + "/revoke", press("main .danger"));
  }

  private void lookAtTheAudit() throws Exception {
    PortalClient auditor = PortalClient.loggedIn(demo, "auditor");
    Page page = openAs(auditor);
    look(page, "audit-calls", "admin/audit/calls");
    look(
        page,
        "audit-calls-faults",
        "admin/audit/calls",
        shown -> {
          shown.fill("#fromTime", "9");
          shown.fill("#requestId", demoNumber());
          shown.locator("main form button.primary").click();
        });
    look(
        page,
        "audit-calls-person",
        "admin/audit/calls",
        shown -> {
          shown.fill("#idNumber", demoNumber());
          shown.locator("main form button.primary").click();
        });
    look(page, "audit-calls-none", "admin/audit/calls?requestId=nothing");
    String call = "admin/audit/calls/" + AuditIT.call(demo, "SQ_TA_002");
    look(page, "audit-call", call);
    look(page, "audit-open", call + "/request");
    look(page, "audit-open-fault", call + "/request", press("main button.danger"));
    look(page, "audit-evidence", call + "/evidence");
    look(page, "audit-evidence-faults", call + "/evidence", press("main button.danger"));
    look(page, "audit-acts", "admin/audit/acts");
    look(page, "audit-acts-none", "admin/audit/acts?actor=nobody");
    look(
        page,
        "audit-act",
        group(auditor.get("admin/audit/acts").body(), "/(admin/audit/acts/[0-9A-Z]{20,})\""));
    look(page, "audit-usage", "admin/audit/usage");
    look(page, "audit-usage-faults", "admin/audit/usage?from=115/01/01&to=115/12/31");
    look(page, "audit-strangers", "admin/audit/strangers");
    look(page, "audit-patterns", "admin/audit/patterns?pattern=REFUSALS");
    look(page, "audit-persons", "admin/audit/persons");
    look(page, "audit-persons-faults", "admin/audit/persons", press("main button.primary"));
    look(
        page,
        "audit-report",
        "admin/audit/persons",
        shown -> {
          shown.fill("#numbers", demoNumber());
          shown.fill("#reason", "部稽字第 1 號");
          shown.locator("main button.primary").click();
        });
    // Of one that goes on the page would come anew while it is looked at.
    auditor.post("admin/audit/verification", "admin/audit/verification", Map.of());
    look(page, "audit-verification", "admin/audit/verification?still=yes");
  }
}
