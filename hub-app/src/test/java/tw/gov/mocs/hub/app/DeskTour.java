package tw.gov.mocs.hub.app;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What administrators see of reports, notices, settings, files and content. */
final class DeskTour extends PageTour {

  private static final String CHECK = "main button[value=check]";
  private static final String SAVE = "main button[value=save]";

  DeskTour(RunningDemo demo, Browser browser, PortalClient agency, String language, Path folder) {
    super(demo, browser, agency, language, folder);
  }

  @Override
  void go() throws Exception {
    lookAtSupport();
    lookAtFiles();
    lookAtContent();
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
