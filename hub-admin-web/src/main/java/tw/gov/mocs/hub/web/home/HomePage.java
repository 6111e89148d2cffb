package tw.gov.mocs.hub.web.home;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.ServiceStatus;
import tw.gov.mocs.hub.web.WebSettings;

/** 入口網首頁: what the hub is and which services are open. */
@Controller
final class HomePage {

  private final Catalogue catalogue;
  private final AuditLog auditLog;
  private final WebSettings settings;

  HomePage(Catalogue catalogue, AuditLog auditLog, WebSettings settings) {
    this.catalogue = catalogue;
    this.auditLog = auditLog;
    this.settings = settings;
  }

  @GetMapping("/")
  String home(Model model) {
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

  /** 網站導覽. */
  @GetMapping("/site-map")
  String siteMap() {
    return "home/site-map";
  }
}
