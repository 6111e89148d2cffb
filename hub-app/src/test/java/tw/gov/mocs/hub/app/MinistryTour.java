package tw.gov.mocs.hub.app;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.KeyUsage;
import tw.gov.mocs.hub.demo.CertificateAuthority;
import tw.gov.mocs.hub.demo.KeyPairs;
import tw.gov.mocs.hub.trust.Certificates;

/** What the ministry's people see. */
final class MinistryTour extends PageTour {

  private static final String CHECK = "main button[value=check]";
  private static final String SAVE = "main button[value=save]";

  MinistryTour(
      RunningDemo demo, Browser browser, PortalClient agency, String language, Path folder) {
    super(demo, browser, agency, language, folder);
  }

  @Override
  void go() throws Exception {
    lookAtReviews();
    lookAtTheAudit();
    lookAtTheCatalogue();
    lookAtServices();
    lookAtWhomTheMinistryKnows();
    lookAtTrust();
    lookAtSupport();
    lookAtFiles();
    lookAtContent();
  }

  private void lookAtReviews() throws Exception {
    PortalClient reviewer = PortalClient.loggedIn(demo, "reviewer");
    Page page = openAs(reviewer);
    look(page, "progress-of-all", "progress");
    look(page, "error-403", "apply");
    String oldest = "progress?state=PENDING&sort=number&order=asc&method=WEB_SERVICE";
    String pending = group(agency.get(oldest).body(), "/progress/(APSQ[0-9]+)\"");
    ReviewSteps.letter(reviewer, pending);
    look(page, "overview", "admin");
    look(page, "overview-calls", "admin/overview/calls");
    look(page, "overview-calls-none", "admin/overview/calls?q=zzz&from=x");
    look(page, "overview-stores", "admin/overview/stores");
    look(page, "overview-lists", "admin/overview/lists");
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

  private void lookAtTheAudit() throws Exception {
    PortalClient auditor = PortalClient.loggedIn(demo, "auditor");
    Page page = openAs(auditor);
    look(page, "audit-calls", "admin/audit/calls");
    look(
        page,
        "audit-calls-faults",
        "admin/audit/calls",
        shown -> {
          shown.fill("#fromTime", "9");
          shown.fill("#requestId", demoNumber());
          shown.locator("main form button.primary").click();
        });
    look(
        page,
        "audit-calls-person",
        "admin/audit/calls",
        shown -> {
          shown.fill("#idNumber", demoNumber());
          shown.locator("main form button.primary").click();
        });
    look(page, "audit-calls-none", "admin/audit/calls?requestId=nothing");
    String call = "admin/audit/calls/" + AuditIT.call(demo, "SQ_TA_002");
    look(page, "audit-call", call);
    look(page, "audit-open", call + "/request");
    look(page, "audit-open-fault", call + "/request", press("main button.danger"));
    look(page, "audit-evidence", call + "/evidence");
    look(page, "audit-evidence-faults", call + "/evidence", press("main button.danger"));
    look(page, "audit-acts", "admin/audit/acts");
    look(page, "audit-acts-none", "admin/audit/acts?actor=nobody");
    look(
        page,
        "audit-act",
        group(auditor.get("admin/audit/acts").body(), "/(admin/audit/acts/[0-9A-Z]{20,})\""));
    look(page, "audit-usage", "admin/audit/usage");
    look(page, "audit-usage-faults", "admin/audit/usage?from=115/01/01&to=115/12/31");
    look(page, "audit-patterns", "admin/audit/patterns?pattern=REFUSALS");
    look(page, "audit-persons", "admin/audit/persons");
    look(page, "audit-persons-faults", "admin/audit/persons", press("main button.primary"));
    look(
        page,
        "audit-report",
        "admin/audit/persons",
        shown -> {
          shown.fill("#numbers", demoNumber());
          shown.fill("#reason", "部稽字第 1 號");
          shown.locator("main button.primary").click();
        });
    // Of one that goes on the page would come anew while it is looked at.
    auditor.post("admin/audit/verification", "admin/audit/verification", Map.of());
    look(page, "audit-verification", "admin/audit/verification?still=yes");
  }

  private void lookAtTheCatalogue() throws Exception {
    PortalClient admin = PortalClient.loggedIn(demo, "admin");
    Page page = openAs(admin);
    String table = "admin/tables/of/TA_DECORATION";
    look(page, "tables", "admin/tables");
    look(page, "tables-none", "admin/tables?q=zzz");
    look(page, "table", table);
    look(page, "table-edit", table + "/edit");
    look(page, "table-remove", table + "/remove");
    look(page, "table-columns", table + "/columns", press("main button.primary"));
    look(page, "fields", "admin/tables/fields");
    look(page, "field", table + "/fields/certificateNo");
    look(
        page,
        "field-fault",
        table + "/fields/certificateNo",
        shown -> {
          shown.fill("#length", "1");
          shown.locator("main button.primary").click();
        });
    look(page, "field-remove", table + "/fields/idNo/remove");
    look(page, "drift", "admin/tables/drift");
    look(page, "source", "admin/tables/import");
    String columns = "admin/tables/import/columns?schema=PERSONNEL&table=";
    look(page, "source-columns", columns + "TA_DECORATION");
    look(page, "code-lists", "admin/codes");
    look(page, "code-list-new", "admin/codes/new", press("main button.primary"));
    look(page, "code-list-edit", "admin/codes/of/GRADE/edit");
    look(page, "codes", "admin/codes/of/GRADE");
    look(page, "code-new", "admin/codes/of/GRADE/new", press("main button.primary"));
    look(page, "code", "admin/codes/of/GRADE/G01/2014-01-01");
    String begin = "admin/tables/file";
    look(page, "catalogue-file", begin, press("main button.primary"));
    byte[] bad =
        TablesIT.with(
            admin.download("admin/tables/catalogue.ods").body(),
            ">G01<",
            ">G 01<",
            ">G02<",
            ">g02<");
    look(
        page,
        "catalogue-preview",
        location(admin.upload(begin, begin, Map.of(), "file", "a.ods", bad)).substring(1));
  }

  private void lookAtServices() throws Exception {
    Page page = openAs(PortalClient.loggedIn(demo, "admin"));
    String one = "admin/services/of/SQ_TA_008";
    look(page, "services", "admin/services");
    look(page, "services-none", "admin/services?q=zzz");
    look(page, "service", one);
    look(page, "service-contract", one + "/contract");
    look(page, "service-state", one + "/state", press("main .danger"));
    look(page, "service-new", "admin/services/new");
    look(page, "service-faults", "admin/services/new?table=COM_CODE", press(CHECK));
    look(
        page,
        "service-edit",
        one + "/edit",
        shown -> {
          shown.locator("#table details > summary").click();
          shown.locator("main button[value=join]").click();
          shown.selectOption("#key-0", "TA_CURRENT_STAFF.ID_NO");
          shown.locator("main .actions button[value=edit]").click();
        });
    look(
        page,
        "service-preview",
        one + "/edit",
        shown -> {
          shown.check("[name=keep]");
          shown.locator(CHECK).click();
          shown.locator("main button[value=try]").click();
        });
    lookAtDrafts(page, one);
  }

  private void lookAtDrafts(Page page, String one) throws Exception {
    look(page, "service-drafts-none", "admin/services/drafts");
    look(page, "service-draft", one + "/edit", press("main button[value=save]"));
    String draft = page.url().replaceAll(".*/(admin/[^?]*).*", "$1");
    look(page, "service-drafts", "admin/services/drafts");
    look(page, "service-drafts-empty", "admin/services/drafts?q=zzz&state=NEW");
    look(page, "service-draft-discard", draft + "/discard", press("main .danger"));
    page.fill("#reason", "巡覽");
    page.locator("main .danger").click();
  }

  private void lookAtWhomTheMinistryKnows() throws Exception {
    PortalClient admin = PortalClient.loggedIn(demo, "admin");
    Page page = openAs(admin);
    look(page, "agencies", "admin/agencies");
    look(page, "agencies-none", "admin/agencies?q=zzz&state=suspended");
    look(page, "agency", "admin/agencies/A01000000A");
    look(page, "agency-new", "admin/agencies/new", press("main button.primary"));
    look(page, "agency-edit", "admin/agencies/A01000000A/edit");
    look(page, "agency-suspend", "admin/agencies/A01000000A/suspend", press("main .danger"));
    look(page, "agency-import", "admin/agencies/import", press("main button.primary"));
    String begin = "admin/agencies/import";
    String lines = "機關代碼,機關名稱,備註\nA01000000A,改名,\nB99,新機關,\nb,,\n";
    byte[] file = lines.getBytes(StandardCharsets.UTF_8);
    look(
        page,
        "agency-preview",
        location(admin.upload(begin, begin, Map.of(), "file", "a.csv", file)).substring(1));
    look(page, "kept", "admin/certificates");
    look(page, "kept-none", "admin/certificates?q=zzz");
    String begun = "admin/certificates/new";
    look(page, "kept-new", begun, press("main button.primary"));
    String list = admin.get("admin/certificates?state=IN_USE&q=A01000000A").body();
    String kept = group(list, "/(admin/certificates/[0-9a-f]{64})\"");
    look(page, "kept-one", kept);
    for (String act : List.of("suspend", "limit", "end")) {
      look(page, "kept-" + act, kept + "/" + act, press("main form .actions button"));
    }
    NewCard card = NewCard.issue(demo, folder, NewCard.Wish.of(KeyUsage.digitalSignature));
    Map<String, String> typed = Map.of("agency", "A01000000A", "use", "CALL");
    String proposed =
        location(admin.upload(begun, begun, typed, "file", card.file())).replaceAll("^/|\\?.*", "");
    look(page, "kept-proposed", proposed);
    look(page, "kept-confirm", proposed + "/confirm");
    look(page, "kept-decline", proposed + "/decline");
    lookAtUnregistered(page, admin);
    look(page, "account-new", "admin/accounts/new", press("main button.primary"));
    look(page, "account", "admin/accounts/of/demo-admin");
    for (String act : List.of("role", "card", "disable", "close")) {
      String path = "admin/accounts/of/demo-auditor/" + act;
      look(page, "account-" + act, path, press("main form .actions button"));
    }
    lookAtTwoCards(page, admin);
    String role = "admin/accounts/of/demo-auditor/role";
    Map<String, String> promoted =
        Map.of("version", "1", "role", "ADMINISTRATOR", "reason", "職務調整");
    admin.post(role, role, promoted);
    look(page, "accounts", "admin/accounts");
    String waiting =
        group(admin.get("admin/accounts").body(), "/(admin/accounts/proposals/[0-9]+)/decline");
    look(page, "account-confirm", waiting + "/confirm");
    look(page, "account-decline", waiting + "/decline");
    page.fill("#reason", "x");
    page.locator("main form .actions button").click();
  }

  private void lookAtUnregistered(Page page, PortalClient admin) throws Exception {
    NewCard card = NewCard.issue(demo, folder, NewCard.Wish.of(KeyUsage.digitalSignature));
    RefusedCall.code(demo, folder, "new", "agency-a");
    String one = "admin/certificates/seen/" + card.thumbprint();
    Await.until(() -> admin.status(one) == 200);
    look(page, "seen", "admin/certificates/seen");
    look(page, "seen-none", "admin/certificates/seen?q=zzz");
    look(page, "seen-one", one);
    String take = "admin/certificates/new?seen=" + card.thumbprint();
    look(page, "seen-take", take, shown -> untick(shown));
  }

  private static void untick(Page shown) {
    shown.fill("#agency", "");
    shown.uncheck("#use-CALL");
    shown.locator("main button.primary").click();
  }

  private void lookAtTwoCards(Page page, PortalClient admin) throws Exception {
    NewCard card = NewCard.issue(demo, folder, NewCard.Wish.of(KeyUsage.digitalSignature));
    String one = "admin/accounts/of/demo-auditor";
    Map<String, String> typed = Map.of("version", "1", "reason", "換發");
    admin.upload(one + "/card", one + "/card", typed, "file", card.file());
    look(page, "account-cards", one);
    String remove = one + "/cards/" + card.thumbprint() + "/remove";
    look(page, "account-remove-card", remove, press("main button.danger"));
    admin.post(remove, remove, typed);
  }

  private void lookAtTrust() throws Exception {
    PortalClient admin = PortalClient.loggedIn(demo, "admin");
    Page page = openAs(admin);
    String begin = "admin/trust/new";
    CertificateAuthority authority =
        CertificateAuthority.root(
            "CN=看看憑證管理中心,O=測試,C=TW",
            KeyPairs.rsa(),
            Instant.now().minus(Duration.ofDays(9)),
            Instant.now().plus(Duration.ofDays(900)));
    look(page, "trust-new", begin, press("main button.primary"));
    look(
        page,
        "trust-look",
        begin,
        shown -> {
          shown.setInputFiles(
              "#file",
              new FilePayload(
                  "a.cer", "application/pkix-cert", Certificates.der(authority.certificate())));
          shown.locator("main button.primary").click();
          shown.locator("main button.primary").click();
        });
    page.fill("#reason", "新設憑證機構");
    page.locator("main button.primary").click();
    look(page, "trust-again", begin + "/propose");
    look(page, "trust", "admin/trust");
    look(page, "trust-none", "admin/trust?q=zzz");
    String add = proposed(admin);
    look(page, "trust-confirm", add + "/confirm", press("main form .primary"));
    look(page, "trust-decline", add + "/decline", press("main form .danger"));
    PortalClient other = PortalClient.loggedIn(demo, "admin-2");
    other.post(add + "/confirm", add + "/confirm", Map.of("compared", "true"));
    String one = "admin/trust/of/" + Certificates.thumbprint(authority.certificate());
    look(page, "trust-added", one);
    look(page, "trust-withdraw", one + "/withdraw", press("main form .danger"));
    page.fill("#reason", "看完了");
    page.locator("main form .danger").click();
    String remove = proposed(admin) + "/confirm";
    look(page, "trust-remove", remove);
    other.post(remove, remove, Map.of());
    String settings =
        group(
            admin.get("admin/trust?kind=INTERMEDIATE").body(), "/(admin/trust/of/[0-9a-f]{64})\"");
    look(page, "trust-one", settings);
    look(page, "trust-sources", "admin/trust/sources", press("tbody button"));
    look(page, "trust-sources-none", "admin/trust/sources?q=zzz");
  }

  private static String proposed(PortalClient admin) throws Exception {
    return group(admin.get("admin/trust").body(), "/(admin/trust/proposals/[0-9]+)/decline");
  }

  private void lookAtSupport() throws Exception {
    PortalClient administrator = PortalClient.loggedIn(demo, "admin");
    Page page = openAs(administrator);
    look(page, "support", "admin/incidents?state=ALL");
    look(page, "support-none", "admin/incidents?agency=NOBODY");
    look(page, "support-fault", "admin/incidents?from=x");
    look(page, "support-open", "admin/incidents/00000001");
    look(page, "support-faults", "admin/incidents/00000001", press("main form button.primary"));
    look(page, "support-closed", "admin/incidents/00000002");
    look(page, "support-calls-none", "admin/incidents/00000002/calls");
    String call = AuditIT.call(demo, "SQ_TA_001");
    String about = SupportIT.reported(agency, call);
    look(page, "support-calls", "admin/incidents/" + about + "/calls");
    look(page, "notices", "admin/notices");
    look(page, "notices-none", "admin/notices?about=nothing");
    String failed = administrator.get("admin/notices?kind=CERTIFICATE_ENDING").body();
    String notice = group(failed, "/(admin/notices/[0-9]+)\"");
    look(page, "notice", notice);
    look(page, "notice-resend", notice + "/resend", press("main .danger"));
    look(page, "support-desk-faults", "admin/incidents/00000001", press("#desk button"));
    look(page, "jobs", "admin/jobs?still=yes");
    look(page, "jobs-none", "admin/jobs?still=yes&q=zzz");
    lookAtSettings(administrator, page);
  }

  private void lookAtSettings(PortalClient administrator, Page page) throws Exception {
    look(page, "settings", "admin/settings");
    look(page, "settings-fixed", "admin/settings/fixed");
    look(page, "settings-changes-none", "admin/settings/changes?q=zzz&from=x");
    String days = "admin/settings/hub.application.extension-days";
    String version = group(administrator.get(days).body(), "name=\"version\" value=\"([0-9]+)\"");
    String other = version.equals("0") ? "400" : "4" + version;
    administrator.post(days, days, Map.of("version", version, "value", other, "reason", "業務需要"));
    look(page, "setting", days);
    look(page, "settings-changes", "admin/settings/changes");
    look(page, "setting-faults", days, press("main form button.primary"));
    look(page, "setting-flag", "admin/settings/hub.notice.rules.incidents");
    look(page, "setting-text", "admin/settings/hub.contact.hours");
    look(page, "setting-reset", days + "/reset", press("main .danger"));
    String now = group(administrator.get(days).body(), "name=\"version\" value=\"([0-9]+)\"");
    administrator.post(days, days + "/reset", Map.of("version", now, "reason", "恢復"));
  }

  private void lookAtFiles() throws Exception {
    // Who neither decided nor confirmed for the agency may act on its files.
    PortalClient starter = PortalClient.loggedIn(demo, "admin-2");
    Page page = openAs(starter);
    look(page, "files", "admin/deliveries");
    look(page, "files-none", "admin/deliveries?agency=zzz");
    String list = starter.get("admin/deliveries?sort=number&order=asc").body();
    String made = group(list, "/(admin/deliveries/APFQ[0-9]+)\"");
    look(page, "files-made", made + "?still");
    String file = group(page.content(), "/([0-9A-Z]{26})/cancel");
    look(page, "files-cancel", made + "/" + file + "/cancel", press("main .danger"));
    look(page, "files-reissue", made + "/" + file + "/reissue");
  }

  private void lookAtContent() throws Exception {
    PortalClient admin = PortalClient.loggedIn(demo, "admin");
    Page page = openAs(admin);
    look(page, "content", "admin/content");
    for (String kind : List.of("news", "downloads", "faq", "links")) {
      look(page, "content-" + kind, "admin/content/" + kind + "?size=10");
      look(page, "content-new-" + kind, "admin/content/" + kind + "/new", press(SAVE));
      String one = group(page(admin, kind), "/(admin/content/" + kind + "/[0-9]+)\"");
      look(page, "content-one-" + kind, one);
      look(page, "content-edit-" + kind, one + "/edit");
    }
    look(page, "content-none", "admin/content/news?q=zzz");
    look(page, "content-much", "admin/content/news?q=a b c d e f g h i j k");
    String shown = group(page(admin, "news"), "/(admin/content/news/[0-9]+)\"");
    look(page, "content-withdraw", shown + "/withdraw", press("main .danger"));
    String draft =
        group(admin.get("admin/content/news?state=DRAFT").body(), "/(admin/content/news/[0-9]+)\"");
    look(page, "content-remove", draft + "/remove", press("main .danger"));
    look(page, "content-no-file", draft, press("form[enctype] button"));
    String withFile = "admin/content/news/3";
    String file = group(admin.get(withFile).body(), "/(admin/content/news/3/files/[0-9]+)/remove");
    look(page, "content-detach", file + "/remove", press("main .danger"));
    look(page, "content-preview", shown + "/edit", press("main button[value=preview]"));
    for (String text : List.of("services", "process", "install", "terms")) {
      look(page, "content-text-" + text, "admin/content/texts/" + text);
    }
    look(page, "content-text-none", "admin/content/texts/terms?q=zzz");
    look(
        page,
        "content-text-draft",
        "admin/content/texts/process/new",
        press("main button[value=save]"));
    look(page, "content-text-drafted", "admin/content/texts/process");
    look(page, "content-text-discard", "admin/content/texts/process/discard");
    page.fill("#reason", "巡覽");
    page.locator("main .danger").click();
    look(page, "content-version", "admin/content/texts/terms/1");
    look(
        page,
        "content-issue",
        "admin/content/texts/terms/new",
        press("main button[value=preview]"));
    look(
        page,
        "content-issue-confirm",
        "admin/content/texts/terms/new",
        form -> {
          form.fill("#textZh", "1. 第一點\n2. 另訂之");
          form.locator(CHECK).click();
        });
  }

  private static String page(PortalClient admin, String kind) throws Exception {
    return admin.get("admin/content/" + kind + "?state=PUBLISHED").body();
  }
}
