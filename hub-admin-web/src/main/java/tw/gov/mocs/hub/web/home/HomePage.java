package tw.gov.mocs.hub.web.home;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.ServiceStatus;
import tw.gov.mocs.hub.content.Announcements;
import tw.gov.mocs.hub.content.ContentSearch;
import tw.gov.mocs.hub.content.Keyword;
import tw.gov.mocs.hub.web.WebSettings;

/** 入口網首頁: the announcements first, and where everything is. */
@Controller
final class HomePage {

  private static final int NEWS = 8;

  private final Announcements announcements;
  private final Catalogue catalogue;
  private final AuditLog auditLog;
  private final WebSettings settings;

  HomePage(
      Announcements announcements, Catalogue catalogue, AuditLog auditLog, WebSettings settings) {
    this.announcements = announcements;
    this.catalogue = catalogue;
    this.auditLog = auditLog;
    this.settings = settings;
  }

  @GetMapping("/")
  String home(Model model) {
    model.addAttribute(
        "news", announcements.search(ContentSearch.published(Keyword.NONE, 1, NEWS)).items());
    model.addAttribute(
        "services",
        catalogue.current().services().values().stream()
            .filter(service -> service.status() == ServiceStatus.OPEN)
            .count());
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
