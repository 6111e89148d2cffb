package tw.gov.mocs.hub.app;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ClientCertificate;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Debian's Chromium, which paints no windows, as one test class uses it: its profiles, and what
 * they complained of. The process behind it is started once for all classes of a test JVM.
 */
final class Browser implements AutoCloseable {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium-headless-shell");

  private static final Map<Integer, com.microsoft.playwright.Browser> STARTED = new HashMap<>();

  // Playwright's own process; it and its browsers end with the test JVM.
  private static @Nullable Playwright playwright;

  private final com.microsoft.playwright.Browser chromium;
  private final List<BrowserContext> profiles = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  Browser() {
    this(16);
  }

  /** Of a reader who has chosen the size of texts, in pixels; 16 is what browsers begin with. */
  Browser(int textSize) {
    chromium = STARTED.computeIfAbsent(textSize, Browser::launch);
  }

  private static com.microsoft.playwright.Browser launch(int textSize) {
    if (playwright == null) {
      playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }
    return playwright
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
                        "--disable-sync",
                        // A page ends before V8's own second and third compilers pay.
                        "--js-flags=--no-opt --no-maglev",
                        "--blink-settings=defaultFontSize=" + textSize)));
  }

  /** A fresh profile with a window of this width, opened at an address. */
  Page open(String address, int width, String language) {
    return open(address, width, language, List.of(), true);
  }

  /** The same as somebody who is logged in. */
  Page openAs(PortalClient somebody, String address, int width, String language) {
    return open(address, width, language, List.of(session(somebody, address)), true);
  }

  /** The same in a browser that runs no scripts. */
  Page openWithoutScripts(PortalClient somebody, String address, int width, String language) {
    return open(address, width, language, List.of(session(somebody, address)), false);
  }

  /** Gives a profile the session of somebody, as if he had logged in in another of its windows. */
  void logIn(Page page, PortalClient somebody) {
    page.context().addCookies(List.of(session(somebody, page.url())));
  }

  /** With the card of a demo identity in the reader, not logged in. */
  Page openWithCard(RunningDemo demo, String name, String address, String language)
      throws IOException {
    Path folder = Path.of(demo.property("pki.dir"));
    String door = demo.property("portal.cert.url");
    ClientCertificate card =
        new ClientCertificate(door.substring(0, door.length() - 1))
            .setCertPath(folder.resolve(name + ".crt"))
            .setKeyPath(folder.resolve(name + ".key"));
    return open(address, List.of(), profile(1280, language).setClientCertificates(List.of(card)));
  }

  /** The text of a page. */
  static String main(Page page) {
    return page.locator("main").textContent();
  }

  private static Cookie session(PortalClient somebody, String address) {
    return new Cookie("__Host-session", somebody.session().orElseThrow())
        // A cookie of this prefix has the path of all pages.
        .setUrl(URI.create(address).resolve("/").toString())
        .setSecure(true)
        .setHttpOnly(true);
  }

  private Page open(
      String address, int width, String language, List<Cookie> cookies, boolean scripts) {
    return open(address, cookies, profile(width, language).setJavaScriptEnabled(scripts));
  }

  private static com.microsoft.playwright.Browser.NewContextOptions profile(
      int width, String language) {
    return new com.microsoft.playwright.Browser.NewContextOptions()
        // The demo's authority is no authority of the browser.
        .setIgnoreHTTPSErrors(true)
        .setLocale(language)
        .setViewportSize(width, 900);
  }

  private Page open(
      String address,
      List<Cookie> cookies,
      com.microsoft.playwright.Browser.NewContextOptions options) {
    Page page = window(cookies, options);
    page.navigate(address);
    return page;
  }

  /** A fresh profile with an empty window of this width. */
  Page window(int width, String language) {
    return window(List.of(), profile(width, language));
  }

  private Page window(
      List<Cookie> cookies, com.microsoft.playwright.Browser.NewContextOptions options) {
    BrowserContext profile = chromium.newContext(options);
    profiles.add(profile);
    profile.addCookies(cookies);
    Page page = ArrivedPage.of(profile.newPage());
    page.onConsoleMessage(
        message -> {
          if (message.type().matches("error|warning")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.onRequestFailed(request -> complaints.add(request.url() + " " + request.failure()));
    return page;
  }

  /** Errors and warnings of the console so far, violations of the content policy among them. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    profiles.forEach(BrowserContext::close);
  }
}
