package tw.gov.mocs.hub.app;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Debian's Chromium as people use it, and what it complained of. */
final class Browser implements AutoCloseable {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final List<String> complaints = new ArrayList<>();

  Browser() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setHeadless(true)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  /** A fresh profile with a window of this width, opened at an address. */
  Page open(String address, int width, String language) {
    return open(address, width, language, List.of());
  }

  /** The same as somebody who is logged in. */
  Page openAs(PortalClient somebody, String address, int width, String language) {
    Cookie session =
        new Cookie("__Host-session", somebody.session().orElseThrow())
            // A cookie of this prefix has the path of all pages.
            .setUrl(URI.create(address).resolve("/").toString())
            .setSecure(true)
            .setHttpOnly(true);
    return open(address, width, language, List.of(session));
  }

  private Page open(String address, int width, String language, List<Cookie> cookies) {
    BrowserContext profile =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                // The demo's authority is no authority of the browser.
                .setIgnoreHTTPSErrors(true)
                .setLocale(language)
                .setViewportSize(width, 900));
    profile.addCookies(cookies);
    Page page = profile.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().matches("error|warning")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.onRequestFailed(request -> complaints.add(request.url() + " " + request.failure()));
    page.navigate(address);
    return page;
  }

  /** Errors and warnings of the console so far, violations of the content policy among them. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
