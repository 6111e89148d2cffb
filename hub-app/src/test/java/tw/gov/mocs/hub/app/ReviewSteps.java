package tw.gov.mocs.hub.app;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What has to happen before a reviewer can do something: an agency applies, a letter comes. */
final class ReviewSteps implements AutoCloseable {

  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([0-9]+)\"");
  private static final byte[] SCAN =
      "%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final RunningDemo demo;
  private final Browser browser;
  private final PortalClient agency;
  private final RunningCardAgent card;

  ReviewSteps(RunningDemo demo, Browser browser, PortalClient agency) throws Exception {
    this.demo = demo;
    this.browser = browser;
    this.agency = agency;
    String site = demo.property("portal.url").replaceAll("/$", "");
    card =
        RunningCardAgent.start(
            "--as", "agency-a", "--pki", demo.property("pki.dir"), "--origin", site, "--yes");
  }

  /** A new application like this one, signed and submitted; its number. */
  String applyLike(String number) throws Exception {
    String page = "progress/" + number + "/copy";
    String begun =
        agency
            .post(page, page, Map.of("agree", "true", "terms", "1"))
            .headers()
            .firstValue("location")
            .orElseThrow();
    return sign(begun.replaceAll(".*/apply/([0-9]+)/1", "$1"));
  }

  /** Signs and submits a draft, or what was returned; its number. */
  String sign(String draft) throws Exception {
    Page page =
        browser.openAs(
            agency, demo.property("portal.url") + "apply/" + draft + "/6", 1280, "zh-TW");
    page.evaluate(
        "a => document.querySelector('form[data-sign]').dataset.agent = a", card.address());
    page.locator("[data-sign-button]").click();
    page.waitForURL("**/apply/done/*");
    String number = page.url().replaceAll(".*/", "");
    page.close();
    return number;
  }

  /** Records a letter for an application. */
  static void letter(PortalClient reviewer, String number) throws Exception {
    String page = "admin/reviews/" + number + "/letter";
    Map<String, String> fields =
        Map.of("version", version(reviewer, page), "on", "115/11/20", "letterNo", "部人字第 1 號");
    var answer = reviewer.upload(page, page, fields, "file", "letter.pdf", SCAN);
    if (!answer.headers().firstValue("location").orElse("").endsWith("told=letter")) {
      throw new IllegalStateException("no letter: " + answer.statusCode() + answer.body());
    }
  }

  /** The version that a form carries. */
  static String version(PortalClient somebody, String page) throws Exception {
    Matcher version = VERSION.matcher(somebody.get(page).body());
    if (!version.find()) {
      throw new IllegalStateException("no version on " + page);
    }
    return version.group(1);
  }

  /** Leaves only these boxes of a group checked. */
  static void checkOnly(Page page, String group, String... values) {
    page.evaluate(
        "([group, values]) => document.getElementsByName(group)"
            + ".forEach(box => box.checked = values.includes(box.value))",
        List.of(group, List.of(values)));
  }

  /** The scan of a letter, for a form in a browser. */
  static com.microsoft.playwright.options.FilePayload scan() {
    return new com.microsoft.playwright.options.FilePayload("來文.pdf", "application/pdf", SCAN);
  }

  @Override
  public void close() {
    card.close();
  }
}
