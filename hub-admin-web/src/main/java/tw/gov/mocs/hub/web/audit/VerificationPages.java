package tw.gov.mocs.hub.web.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.audit.LogVerification;
import tw.gov.mocs.hub.audit.LogVerification.Outcome;
import tw.gov.mocs.hub.audit.LogVerifications;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/** 稽核紀錄驗證: how far it is, what the last ones found. While one goes on the page comes anew. */
@Controller
final class VerificationPages {

  private static final String PATH = "/admin/audit/verification";
  private static final String SECONDS = "3";

  private final LogVerifications verifications;
  private final FindingTexts findings;
  private final Auditor auditor;
  private final ListFiles files;
  private final MessageSource messages;

  VerificationPages(
      LogVerifications verifications,
      FindingTexts findings,
      Auditor auditor,
      ListFiles files,
      MessageSource messages) {
    this.files = files;
    this.messages = messages;
    this.verifications = verifications;
    this.findings = findings;
    this.auditor = auditor;
  }

  @GetMapping(path = PATH, params = "!format")
  String show(
      @RequestParam(name = "still", required = false) @Nullable String still,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    LogVerification running = verifications.running().orElse(null);
    if (running != null && still == null) {
      response.setHeader("Refresh", SECONDS);
    }
    model.addAttribute("running", running);
    model.addAttribute("still", still != null);
    VerificationCriteria criteria = VerificationCriteria.of(request);
    Faults faults = criteria.days().faults(messages, locale);
    model.addAttribute("faults", faults);
    model.addAttribute("criteria", criteria);
    model.addAttribute("states", Outcome.values());
    model.addAttribute(
        "list",
        Listing.search(
            request,
            ListQuery.of(request, VerificationCriteria.COLUMNS),
            faults,
            query ->
                verifications.search(criteria.search(query, null, query.page(), query.size()))));
    model.addAttribute("findings", findings);
    return "audit/verification";
  }

  @GetMapping(path = PATH, params = "format")
  void export(
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    VerificationCriteria criteria = VerificationCriteria.of(request);
    ListQuery query = ListQuery.of(request, VerificationCriteria.COLUMNS);
    ListFile<LogVerification> file = files.begin("audit.verification.title", request);
    file.column("audit.verification.from", LogVerification::startedAt)
        .column("audit.verification.endedAt", LogVerification::endedAt)
        .column("audit.verification.person", LogVerification::startedBy)
        .column("audit.verification.node", LogVerification::node)
        .column("audit.verification.outcome", one -> outcome(one, file))
        .column("audit.verification.findings", one -> found(one, file))
        .column("audit.verification.rows", LogVerification::rowsDone)
        .column("audit.verification.unproven", LogVerification::unproven)
        .column("audit.verification.checkpoints", LogVerification::checkpoints)
        .column("audit.verification.uncovered", LogVerification::uncovered)
        .column("audit.verification.witnessed", LogVerification::witnessed)
        .send(
            format,
            criteria.days().faults(messages, file.locale()),
            (page, begun) ->
                verifications.search(criteria.search(query, begun, page, ListFile.AT_ONCE)).items(),
            response);
  }

  private static String outcome(LogVerification one, ListFile<LogVerification> file) {
    return file.text("audit.verification." + one.outcome());
  }

  private String found(LogVerification one, ListFile<LogVerification> file) {
    return one.findings().stream()
        .map(
            finding ->
                file.text(
                    "audit.verification.finding",
                    findings.of(finding.where(), file.locale()),
                    findings.of(finding.what(), file.locale())))
        .collect(Collectors.joining("\n"));
  }

  @PostMapping(PATH)
  String start(HttpServletRequest request) {
    try {
      verifications.start(auditor.of(request));
    } catch (HubException e) {
      if (e.code() != ErrorCode.STATE_CONFLICT) {
        throw e;
      }
      // A second click, or another auditor: the page shows the one that goes on.
    }
    return "redirect:" + PATH;
  }

  @PostMapping(PATH + "/{id:[0-9]{1,18}}/cancel")
  String cancel(@PathVariable("id") long id) {
    verifications.cancel(id);
    return "redirect:" + PATH;
  }
}
