package tw.gov.mocs.hub.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.ServiceStatus;
import tw.gov.mocs.hub.shared.ErrorCode;

/** 入口網首頁: what the hub is and which services are open. */
@Controller
final class HomePage {

  private final Catalogue catalogue;
  private final AuditLog auditLog;
  private final WebSettings settings;
  private final VerdictCookie verdicts;

  HomePage(Catalogue catalogue, AuditLog auditLog, WebSettings settings, VerdictCookie verdicts) {
    this.catalogue = catalogue;
    this.auditLog = auditLog;
    this.settings = settings;
    this.verdicts = verdicts;
  }

  @GetMapping("/")
  String home(
      HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
    verdicts.take(request, response).ifPresent(verdict -> show(verdict, locale, model));
    model.addAttribute(
        "services",
        catalogue.current().services().values().stream()
            .filter(service -> service.status() == ServiceStatus.OPEN)
            .toList());
    model.addAttribute("checkpoint", auditLog.lastCheckpoint().number());
    if (settings.soapUrl() != null) {
      model.addAttribute("contract", settings.soapUrl() + "?wsdl");
    }
    return "home/home";
  }

  private static void show(CardVerdict verdict, Locale locale, Model model) {
    model.addAttribute("card", verdict.inCookie());
    ErrorCode refusal = verdict.refusal();
    if (refusal != null) {
      model.addAttribute("refusal", refusal.message(locale, List.of()));
      model.addAttribute("refusalCode", refusal.code());
    }
  }
}
