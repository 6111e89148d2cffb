package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.gov.mocs.hub.shared.KeyFiles;

/**
 * Every page of the portal in both languages, in a wide window and in that of a telephone. A page
 * that is not looked at here fails the test.
 */
class EveryPageIT {

  private static final List<Integer> WIDTHS = List.of(1280, 360);
  private static final String NEW_CERTIFICATE = "certificates/new";

  @TempDir private Path folder = Path.of("");

  private static RunningDemo demo;
  private static Browser browser;
  private static PortalClient agency;
  private static String portal = "";

  private final List<String> paths = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private String language = "";

  @BeforeAll
  static void start() throws Exception {
    demo = RunningDemo.shared();
    portal = demo.property("portal.url");
    browser = new Browser();
    agency = PortalClient.loggedIn(demo, "agency-a");
    RefusedCall.make(demo, "agency-a");
  }

  @AfterAll
  static void end() {
    browser.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-TW", "en"})
  void fitsEveryWindowAndEveryReader(String chosen) throws Exception {
    language = chosen;
    Page stranger = browser.open(portal + "?language=" + chosen, 1280, chosen);
    lookAtWhatEverybodySees(stranger);
    lookAtRefusals(stranger);
    Page own = browser.openAs(agency, portal + "?language=" + chosen, 1280, chosen);
    lookAtTheWizard(own);
    lookAtApplications(own);
    lookAtCertificates(own);
    lookAtCallsAndIncidents(own);
    lookAtReviews();
    lookAtSupport();
    assertThat(faults).isEmpty();
    assertThat(PortalPages.without(paths)).as("pages that nobody looks at").isEmpty();
    // A page that is refused is an error to the browser too.
    assertThat(browser.complaints())
        .allMatch(one -> one.matches(".*status of (403|404|413|422) .*"));
  }

  private void lookAtWhatEverybodySees(Page page) {
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
                    .setUrl(portal)
                    .setSecure(true)
                    .setHttpOnly(true)));
    look(page, name, "login/refused");
  }

  private void lookAtTheWizard(Page page) throws Exception {
    String services = copy("APSQ");
    String file = copy("APFQ");
    look(page, "apply", "apply");
    look(page, "apply-fault", "apply", press("form[action='/apply'] button"));
    look(page, "apply-draft", services);
    for (int step = 1; step <= 5; step++) {
      look(page, "apply-" + step, services + "/" + step);
    }
    look(
        page,
        "apply-1-faults",
        services + "/1",
        shown -> {
          shown.fill("#contactMail", "x");
          shown.fill("#from", "x");
          shown.locator("main .actions button[value=next]").click();
        });
    look(page, "apply-5-saved", services + "/5", press("main button[value=save]"));
    look(page, "apply-5a", file + "/5");
    look(page, "apply-5a-fault", file + "/5", press("main button[value=upload]"));
    look(page, "apply-6", services + "/6");
    look(page, "apply-6-file", file + "/6");
    look(page, "apply-6-refused", file + "/6?refused=SIGNER_DIFFERS");
    look(page, "apply-7", "apply/done/" + number("APSQ"));
    look(page, "apply-7-again", "apply/done/" + number("APFQ") + "?again=true");
    look(page, "login-ending", services + "/1", show("ending"));
    look(page, "login-over", services + "/1", show("ended"));
    look(page, "error-413", services + "/1", EveryPageIT::sendTooMuch);
    for (String draft : List.of(services, file)) {
      look(page, "apply-discard", draft + "/discard");
      page.locator("main button.danger").click();
    }
    look(page, "apply-discarded", "apply?discarded");
  }

  private void lookAtApplications(Page page) throws Exception {
    look(page, "progress", "progress?size=10");
    look(page, "progress-none", "progress?number=APSQ09900001");
    look(page, "progress-faults", "progress?from=x&to=y");
    String copy = "progress/" + number("APSQ") + "/copy";
    look(page, "progress-copy", copy);
    look(page, "progress-copy-fault", copy, press("main button.primary"));
    for (String state : List.of("APPROVED", "PARTLY_APPROVED", "REJECTED", "PENDING", "OTHER")) {
      for (String method : List.of("WEB_SERVICE", "ONE_TIME_FILE")) {
        String list = agency.get("progress?state=" + state + "&method=" + method).body();
        look(page, "progress-" + state + "-" + method, group(list, "/(progress/AP[SF]Q[0-9]+)\""));
      }
    }
    String pending =
        group(agency.get("progress?state=PENDING").body(), "/(progress/AP[SF]Q[0-9]+)\"");
    look(page, "progress-withdraw", pending + "/withdraw");
    look(page, "progress-withdraw-fault", pending + "/withdraw", press("main button.danger"));
  }

  private void lookAtCertificates(Page page) throws Exception {
    look(page, "certificates", "certificates");
    look(page, "certificate-new", NEW_CERTIFICATE);
    look(page, "certificate-faults", NEW_CERTIFICATE, press("main form button.primary"));
    NewCard card = NewCard.issue(demo, folder, NewCard.Wish.of(KeyUsage.digitalSignature));
    HttpResponse<String> uploaded =
        agency.upload(NEW_CERTIFICATE, NEW_CERTIFICATE, Map.of("use", "CALL"), "file", card.file());
    String prove = group(location(uploaded), "/(certificates/new/[0-9a-f]{64})");
    look(page, "certificate-prove", prove);
    look(
        page,
        "certificate-prove-fault",
        prove,
        shown -> {
          shown.fill("#proof", "AAAA");
          shown.locator("form[enctype] button.primary").click();
        });
    String again = group(page.content(), "/(certificates/new/[0-9a-f]{64})/text");
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(KeyFiles.privateKey(folder.resolve("new.key")));
    signature.update(agency.get(again + "/text").body().getBytes(StandardCharsets.UTF_8));
    String proof = Base64.getEncoder().encodeToString(signature.sign());
    String proposal =
        group(
            location(agency.post(again, again, Map.of("proof", proof))),
            "/(certificates/proposals/[0-9]+)");
    look(page, "certificate-proposed", proposal + "?proposed");
    look(page, "certificates-proposed", "certificates");
    look(page, "certificate-withdraw", proposal + "/withdraw");
    page.locator("main button.danger").click();
    look(page, "certificate-withdrawn", proposal + "?withdrawn");
  }

  private void lookAtCallsAndIncidents(Page page) throws Exception {
    look(page, "calls", "calls");
    look(page, "calls-none", "calls?requestId=nothing");
    look(page, "calls-fault", "calls?from=x");
    for (String outcome : List.of("served", "refused")) {
      String list = agency.get("calls?outcome=" + outcome).body();
      look(page, "call-" + outcome, group(list, "/(calls/[0-9A-Za-z]{20,})\""));
    }
    look(page, "incidents", "incidents");
    look(page, "incidents-none", "incidents?application=APSQ09900001");
    look(page, "incident", "incidents/00000001");
    look(page, "incident-closed", "incidents/00000002");
    look(page, "incident-new", "incidents/new");
    look(page, "incident-faults", "incidents/new", press("main .actions button[value=send]"));
  }

  private void lookAtReviews() throws Exception {
    PortalClient reviewer = PortalClient.loggedIn(demo, "reviewer");
    Page page = browser.openAs(reviewer, portal + "?language=" + language, 1280, language);
    look(page, "progress-of-all", "progress");
    look(page, "error-403", "apply");
    String pending = group(agency.get("progress?state=PENDING").body(), "/progress/(APSQ[0-9]+)\"");
    ReviewSteps.letter(reviewer, pending);
    look(page, "reviews", "admin/reviews");
    look(page, "reviews-none", "admin/reviews?number=APSQ09900001");
    look(page, "review", "admin/reviews/" + pending);
    for (String act : List.of("decide", "letter", "return", "second")) {
      look(page, "review-" + act, "admin/reviews/" + pending + "/" + act);
    }
    String granted = number("APSQ");
    look(page, "review-of-granted", "admin/reviews/" + granted);
    look(page, "grants", "admin/grants");
    look(page, "grant", "admin/grants/" + granted);
    for (String act : List.of("suspend", "revoke", "extend", "certify")) {
      look(page, "grant-" + act, "admin/grants/" + granted + "/" + act);
    }
    look(page, "grant-revoke-fault", "admin/grants/" + granted + "/revoke", press("main .danger"));
  }

  private void lookAtSupport() throws Exception {
    PortalClient administrator = PortalClient.loggedIn(demo, "admin");
    Page page = browser.openAs(administrator, portal + "?language=" + language, 1280, language);
    look(page, "support", "admin/incidents?status=ALL");
    look(page, "support-none", "admin/incidents?agency=NOBODY");
    look(page, "support-fault", "admin/incidents?from=x");
    look(page, "support-open", "admin/incidents/00000001");
    look(page, "support-faults", "admin/incidents/00000001", press("main form button.primary"));
    look(page, "support-closed", "admin/incidents/00000002");
  }

  private void look(Page page, String name, String path) {
    look(page, name, path, shown -> {});
  }

  private void look(Page page, String name, String path, Consumer<Page> then) {
    page.navigate(portal + path);
    paths.add(URI.create(portal + path.replaceAll("\\?.*", "")).getPath());
    then.accept(page);
    paths.add(URI.create(page.url().replaceAll("\\?.*", "")).getPath());
    faults.addAll(PageLooks.faults(page, "every-" + name + "-" + language, WIDTHS));
    if (page.content().contains("??")) {
      faults.add(name + " lacks a text");
    }
  }

  private static Consumer<Page> press(String button) {
    return page -> page.locator(button).first().click();
  }

  private static Consumer<Page> show(String dialog) {
    return page -> page.evaluate("id => document.getElementById(id).showModal()", dialog);
  }

  private static void sendTooMuch(Page page) {
    page.waitForNavigation(
        () ->
            page.evaluate(
                """
                () => {
                  const much = document.createElement('textarea');
                  much.name = 'much';
                  much.value = 'x'.repeat(3000000);
                  document.getElementById('answers').append(much);
                  HTMLFormElement.prototype.submit.call(document.getElementById('answers'));
                }
                """));
  }

  /** The path of a complete draft, copied from what the demo has. */
  private static String copy(String kind) throws Exception {
    String page = "progress/" + number(kind) + "/copy";
    return group(
        location(agency.post(page, page, Map.of("agree", "true", "terms", "1"))),
        "/(apply/[0-9]+)/1");
  }

  private static String number(String kind) throws IOException {
    return demo.property("application.agency-a").replaceFirst("AP.Q", kind);
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("location").orElseThrow();
  }

  private static String group(String text, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }
}
