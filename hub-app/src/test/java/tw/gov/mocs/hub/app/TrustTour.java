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

/** What administrators see of agencies, certificates, accounts and authorities. */
final class TrustTour extends PageTour {

  TrustTour(RunningDemo demo, Browser browser, PortalClient agency, String language, Path folder) {
    super(demo, browser, agency, language, folder);
  }

  @Override
  void go() throws Exception {
    lookAtWhomTheMinistryKnows();
    lookAtTrust();
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
    Page second = openAs(PortalClient.loggedIn(demo, "admin-2"));
    look(page, "kept-barred", proposed + "/confirm");
    look(second, "kept-confirm", proposed + "/confirm");
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
    look(page, "account-barred", waiting + "/confirm");
    look(second, "account-confirm", waiting + "/confirm");
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
    PortalClient other = PortalClient.loggedIn(demo, "admin-2");
    look(page, "trust-barred", add + "/confirm");
    look(openAs(other), "trust-confirm", add + "/confirm", press("main form .primary"));
    look(page, "trust-decline", add + "/decline", press("main form .danger"));
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
}
