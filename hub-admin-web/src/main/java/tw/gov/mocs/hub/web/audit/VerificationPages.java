package tw.gov.mocs.hub.web.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.audit.LogVerification;
import tw.gov.mocs.hub.audit.LogVerifications;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** 稽核紀錄驗證: how far it is, what the last ones found. While one goes on the page comes anew. */
@Controller
final class VerificationPages {

  private static final String PATH = "/admin/audit/verification";
  private static final String SECONDS = "3";

  private final LogVerifications verifications;
  private final FindingTexts findings;
  private final Auditor auditor;

  VerificationPages(LogVerifications verifications, FindingTexts findings, Auditor auditor) {
    this.verifications = verifications;
    this.findings = findings;
    this.auditor = auditor;
  }

  @GetMapping(PATH)
  String show(
      @RequestParam(name = "still", required = false) @Nullable String still,
      HttpServletResponse response,
      Model model) {
    LogVerification running = verifications.running().orElse(null);
    if (running != null && still == null) {
      response.setHeader("Refresh", SECONDS);
    }
    model.addAttribute("running", running);
    model.addAttribute("still", still != null);
    model.addAttribute(
        "last", verifications.last().stream().filter(one -> !one.running()).toList());
    model.addAttribute("findings", findings);
    return "audit/verification";
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
