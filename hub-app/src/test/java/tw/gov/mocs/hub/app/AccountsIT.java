package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.gov.mocs.hub.shared.RocDate;

/** 帳號管理, by two administrators and by those who may not. */
class AccountsIT {

  private static final String NEW = "admin/accounts/new";

  @TempDir private Path folder = Path.of("");

  private static RunningDemo demo;
  private static Browser browser;
  private static PortalClient first;
  private static PortalClient second;

  @BeforeAll
  static void start() throws Exception {
    demo = RunningDemo.shared();
    browser = new Browser();
    first = PortalClient.loggedIn(demo, "admin");
    second = PortalClient.loggedIn(demo, "admin-2");
  }

  @AfterAll
  static void end() {
    browser.close();
  }

  @Test
  void opensAnAccountThatIsDisabledAndEnabled() throws Exception {
    NewCard.issue(demo, folder, NewCard.Wish.of(KeyUsage.digitalSignature));
    Page page = open(first, NEW);
    page.locator("main button.primary").click();
    assertThat(page.locator("#summary").textContent())
        .contains("英文字母、數字", "請填寫姓名", "請選擇角色", "請選擇憑證檔", "請填寫理由");
    fill(page, "it-auditor", "AUDITOR");
    page.setInputFiles("#file", Path.of(demo.property("pki.dir"), "reviewer.crt"));
    page.locator("main button.primary").click();
    assertThat(page.locator("#file-fault").textContent()).contains("已是帳號 demo-reviewer 的登入憑證");
    PageLooks.check(page, "account-card-taken", 1280);
    page.setInputFiles("#file", folder.resolve("new.crt"));
    page.locator("main button.primary").click();
    assertThat(Browser.main(page)).contains("已新增帳號", "稽核人員", "業務需要");
    PortalClient person = person();
    assertThat(person.get("progress").statusCode()).isEqualTo(200);
    press(page, "停用");
    page.fill("#reason", "留職停薪");
    page.locator("main button.danger").click();
    assertThat(Browser.main(page)).contains("已停用", "留職停薪");
    assertThat(person.get("progress").headers().firstValue("location")).hasValue("/login/refused");
    press(page, "啟用");
    page.fill("#reason", "回職");
    page.locator("main button.primary").click();
    assertThat(person().get("progress").statusCode()).isEqualTo(200);
  }

  @Test
  void makesAnAdministratorByTwoPersonsAlone() throws Exception {
    NewCard.issue(demo, folder, NewCard.Wish.of(KeyUsage.digitalSignature));
    Page page = open(first, NEW);
    fill(page, "it-admin", "ADMINISTRATOR");
    page.locator("main button.primary").click();
    assertThat(Browser.main(page)).contains("等待另一位管理者確認", "it-admin");
    assertThat(page.locator("tr:has-text('it-admin') a").allTextContents()).containsExactly("不予確認");
    String act = "admin/accounts/proposals/" + proposal() + "/confirm";
    assertThat(first.get(act).body())
        .contains("須由提出者以外的另一人確認 (HUB-7302)")
        .doesNotContain("action=\"/" + act);
    assertThat(first.post(act, act, Map.of()).body()).contains("HUB-7302");
    Page other = open(second, "admin/accounts");
    other.locator("tr:has-text('it-admin') a:text-is('確認')").click();
    assertThat(Browser.main(other)).contains("管理者的全部權限", "新增管理者帳號");
    other.locator("main button.primary").click();
    assertThat(Browser.main(other)).contains("已確認並生效");
    assertThat(person().get("admin/accounts").statusCode()).isEqualTo(200);
    String close = "admin/accounts/of/it-admin/close";
    Map<String, String> typed =
        Map.of("version", ReviewSteps.version(first, close), "reason", "測試結束");
    assertThat(first.post(close, close, typed).headers().firstValue("location"))
        .hasValue("/admin/accounts?told=close");
    assertThat(first.get("admin/accounts/of/it-admin").statusCode()).isEqualTo(404);
    other.navigate(demo.property("portal.url") + "admin/accounts?state=closed");
    Locator closed = other.locator("tbody tr:has-text('it-admin')");
    assertThat(closed.textContent())
        .contains("已關閉", new RocDate(RocDate.dayOf(Instant.now())).toString());
    assertThat(closed.locator("a").count()).as("nothing leads to it").isZero();
    assertThat(other.locator("tbody").textContent()).doesNotContain("使用中");
    PageLooks.check(other, "accounts-closed", 1280);
    assertThat(first.get("admin/accounts?state=closed&format=csv&language=zh-TW").body())
        .contains("關閉日期", "it-admin")
        .doesNotContain("demo-admin");
  }

  @Test
  void removesACardOfTwoAndEndsItsLoginsAtOnce() throws Exception {
    NewCard old = NewCard.issue(demo, folder, NewCard.Wish.of(KeyUsage.digitalSignature));
    Page page = open(first, NEW);
    fill(page, "it-two-cards", "AUDITOR");
    page.locator("main button.primary").click();
    assertThat(Browser.main(page)).contains("唯一可登入的憑證，不能移除", "停用或關閉");
    String one = "admin/accounts/of/it-two-cards";
    String remove = one + "/cards/" + old.thumbprint() + "/remove";
    Map<String, String> typed = Map.of("version", "1", "reason", "遺失");
    assertThat(first.post("admin/accounts", remove, typed).body()).contains("唯一可登入的憑證 (HUB-7002)");
    PortalClient person = person();
    assertThat(person.get("progress").statusCode()).isEqualTo(200);
    NewCard.issue(demo, folder, NewCard.Wish.of(KeyUsage.digitalSignature));
    press(page, "加入憑證");
    page.setInputFiles("#file", Path.of(demo.property("pki.dir"), "reviewer.crt"));
    page.fill("#reason", "換發");
    page.locator("main button.primary").click();
    assertThat(page.locator("#file-fault").textContent()).contains("已是帳號 demo-reviewer 的登入憑證");
    page.setInputFiles("#file", folder.resolve("new.crt"));
    page.locator("main button.primary").click();
    PortalClient renewed = person();
    page.locator("a[href$='" + old.thumbprint() + "/remove']").click();
    assertThat(Browser.main(page)).contains("立即結束登入", old.thumbprint());
    page.locator("main button.danger").click();
    assertThat(page.locator("#summary").textContent()).contains("請填寫理由");
    page.fill("#reason", "舊卡遺失");
    page.locator("main button.danger").dblclick();
    page.waitForURL("**told=removed");
    assertThat(Browser.main(page)).contains("憑證已移除", "舊卡遺失", "唯一可登入的憑證");
    assertThat(person.get("progress").headers().firstValue("location")).hasValue("/login/refused");
    assertThat(renewed.get("progress").statusCode()).isEqualTo(200);
  }

  @Test
  void letsNobodyServeHimself() throws Exception {
    Page page = open(first, "admin/accounts/of/demo-admin");
    assertThat(page.locator("main .actions").first().locator("a").allTextContents())
        .containsExactly("加入憑證");
    String path = "admin/accounts/of/demo-admin/disable";
    Map<String, String> typed = Map.of("version", "1", "reason", "x");
    assertThat(first.post("admin/accounts", path, typed).statusCode()).isNotEqualTo(302);
    assertThat(first.get("admin/accounts/of/demo-admin").body())
        .contains("使用中")
        .doesNotContain("/cards/");
  }

  @Test
  void bindsAnAgencyUserByCardNumber() throws Exception {
    Map<String, String> typed =
        Map.of(
            "name",
            "it-agency",
            "displayName",
            "承辦人",
            "role",
            "AGENCY_USER",
            "agency",
            "A01000000A",
            "cardNumber",
            "0000000000000105",
            "reason",
            "業務需要");
    assertThat(first.post(NEW, NEW, typed).headers().firstValue("location"))
        .hasValue("/admin/accounts/of/it-agency?told=created");
    assertThat(first.get("admin/accounts/of/it-agency").body())
        .contains("0000000000000105", "A01000000A");
    assertThat(first.get("admin/accounts?q=it-agency&format=csv").body())
        .contains("承辦人", "機關使用者")
        .doesNotContain("demo-auditor");
    String close = "admin/accounts/of/it-agency/close";
    first.post(close, close, Map.of("version", "1", "reason", "測試結束"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"reviewer", "auditor", "agency-a"})
  void isForAdministratorsAlone(String who) throws Exception {
    PortalClient other = PortalClient.loggedIn(demo, who);
    assertThat(other.get("admin/accounts").statusCode()).isEqualTo(403);
    assertThat(other.get(NEW).statusCode()).isEqualTo(403);
    String act = "admin/accounts/of/demo-auditor/role";
    assertThat(other.post("progress", act, Map.of("role", "ADMINISTRATOR")).statusCode())
        .isEqualTo(403);
    String remove = "admin/accounts/of/demo-auditor/cards/" + "ab".repeat(32) + "/remove";
    assertThat(other.post("progress", remove, Map.of("reason", "x")).statusCode()).isEqualTo(403);
  }

  private void fill(Page page, String name, String role) {
    page.fill("#name", name);
    page.fill("#displayName", "測試人員");
    page.selectOption("#role", role);
    page.setInputFiles("#file", folder.resolve("new.crt"));
    page.fill("#reason", "業務需要");
  }

  private PortalClient person() throws Exception {
    PortalClient person =
        PortalClient.with(demo, folder.resolve("new.crt"), folder.resolve("new.key"));
    person.showCard("");
    return person;
  }

  private static String proposal() throws Exception {
    return first
        .get("admin/accounts")
        .body()
        .replaceAll("(?s).*/admin/accounts/proposals/([0-9]+)/decline.*", "$1");
  }

  private static Page open(PortalClient who, String path) throws Exception {
    return browser.openAs(who, demo.property("portal.url") + path, 1280, "zh-TW");
  }

  private static void press(Page page, String link) {
    page.locator("main .actions a:text-is('" + link + "')").first().click();
  }
}
