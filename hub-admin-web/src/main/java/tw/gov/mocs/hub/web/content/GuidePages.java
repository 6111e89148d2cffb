package tw.gov.mocs.hub.web.content;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.ServiceStatus;
import tw.gov.mocs.hub.content.ContentPage;
import tw.gov.mocs.hub.content.ContentPages;
import tw.gov.mocs.hub.content.PageKey;
import tw.gov.mocs.hub.web.WebSettings;

/** 服務說明 with 申請流程, and 安裝說明. */
@Controller
final class GuidePages {

  private final ContentPages pages;
  private final Catalogue catalogue;
  private final WebSettings settings;

  GuidePages(ContentPages pages, Catalogue catalogue, WebSettings settings) {
    this.pages = pages;
    this.catalogue = catalogue;
    this.settings = settings;
  }

  /**
   * A text with its title, in the language of the reader.
   *
   * @param html of the body
   * @param known the page that it comes from
   */
  record Guide(String title, String html, ContentPage known) {}

  @GetMapping("/services")
  String services(Locale reader, Model model) {
    model.addAttribute("guide", guide(PageKey.SERVICE_GUIDE, reader));
    model.addAttribute("process", guide(PageKey.APPLICATION_PROCESS, reader));
    model.addAttribute("services", open());
    if (settings.soapUrl() != null) {
      model.addAttribute("contract", settings.soapUrl() + "?wsdl");
    }
    return "content/services";
  }

  @GetMapping("/install")
  String install(Locale reader, Model model) {
    model.addAttribute("guide", guide(PageKey.INSTALLATION, reader));
    return "content/install";
  }

  private Guide guide(PageKey key, Locale reader) {
    ContentPage page = pages.get(key);
    return new Guide(page.title().in(reader), Markdown.toHtml(page.body().in(reader)), page);
  }

  private List<ExchangeService> open() {
    return catalogue.current().services().values().stream()
        .filter(service -> service.status() == ServiceStatus.OPEN)
        .sorted(Comparator.comparing(ExchangeService::code))
        .toList();
  }
}
