package tw.gov.mocs.hub.app;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;

/** What administrators see of tables, fields, codes and services. */
final class CatalogueTour extends PageTour {

  private static final String CHECK = "main button[value=check]";

  CatalogueTour(
      RunningDemo demo, Browser browser, PortalClient agency, String language, Path folder) {
    super(demo, browser, agency, language, folder);
  }

  @Override
  void go() throws Exception {
    lookAtTheCatalogue();
    lookAtServices();
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
}
