package tw.gov.mocs.hub.app;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What everybody sees, and what those see who are not let in. */
final class PublicTour extends PageTour {

  PublicTour(RunningDemo demo, Browser browser, PortalClient agency, String language, Path folder) {
    super(demo, browser, agency, language, folder);
  }

  @Override
  void go() throws Exception {
    Page stranger = browser.open(portal() + "?language=" + language, 1280, language);
    lookAtWhatEverybodySees(stranger);
    lookAtRefusals(stranger);
  }

  private void lookAtWhatEverybodySees(Page page) throws IOException {
    look(page, "home", "");
    look(page, "news", "news");
    look(page, "news-page-2", "news?size=10&page=2");
    look(page, "news-none", "news?q=zzz");
    look(page, "news-fault", "news?q=" + "a".repeat(101));
    look(page, "news-item", "news/3");
    look(page, "services", "services");
    look(page, "install", "install");
    look(page, "faq", "faq");
    look(page, "faq-item", "faq/1");
    look(page, "downloads", "downloads");
    look(page, "download", "downloads/1");
    look(page, "search", "search");
    look(page, "search-hits", "search?q=SQ");
    look(page, "search-none", "search?q=zzz");
    look(page, "search-fault", "search?q=a b c d e f g h i j k");
    look(page, "checkpoints", "checkpoints");
    look(page, "site-map", "site-map");
    look(page, "login", "login");
    look(page, "login-ended", "login/ended");
    look(page, "login-ended-sent", "login/ended?sent&then=%2Fapply");
    look(page, "logged-out", "login/logged-out");
    look(page, "error-404", "nowhere");
  }

  private void lookAtRefusals(Page page) throws Exception {
    look(page, "refused-no-more", "login/refused");
    for (String card :
        List.of("agency-a-expired", "agency-a-revoked", "agency-a-encryption", "unregistered")) {
      String name = card.equals("unregistered") ? "agency-unregistered" : card;
      refused(page, PortalClient.with(demo, name), "refused-" + card);
    }
    refused(page, PortalClient.stranger(demo), "refused-no-card");
  }

  private void refused(Page page, PortalClient card, String name) throws Exception {
    card.showCard("");
    String verdict = card.cookie("__Host-card").orElseThrow();
    page.context()
        .addCookies(
            List.of(
                new Cookie("__Host-card", verdict)
                    .setUrl(portal())
                    .setSecure(true)
                    .setHttpOnly(true)));
    look(page, name, "login/refused");
  }
}
