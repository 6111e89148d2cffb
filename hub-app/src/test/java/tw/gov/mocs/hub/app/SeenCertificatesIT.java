package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.gov.mocs.hub.app.NewCard.Wish;
import tw.gov.mocs.hub.demo.DemoPki;

/** 未登記憑證: taken from a refused call or login, by two administrators. */
class SeenCertificatesIT {

  private static final Wish SIGNING = Wish.of(KeyUsage.digitalSignature);
  private static final String LIST = "admin/certificates/seen";
  private static final String UNREGISTERED = "HUB-3007";

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
  void takesTheCertificateOfARefusedCallSoThatTheNextOneIsServed() throws Exception {
    NewCard card = NewCard.issue(demo, folder, SIGNING);
    assertThat(called()).isEqualTo(UNREGISTERED);
    String one = LIST + "/" + card.thumbprint();
    Await.until(() -> first.status(one) == 200);
    Page page = open(first, "admin/certificates");
    page.locator("main .actions a:text-is('未登記憑證')").click();
    page.fill("#q", card.thumbprint());
    page.locator("main button.primary").click();
    assertThat(page.locator("tbody tr").count()).isEqualTo(1);
    assertThat(Browser.main(page))
        .contains("不表示憑證屬於哪個機關", DemoPki.AGENCY_A_OID, "A01000000A", "呼叫 1 次", "127.0.0.1", "未登記");
    page.locator("tbody th a").click();
    assertThat(Browser.main(page)).contains("由信任的憑證機構簽發", "憑證鏈", "OID 屬於 A01000000A", "30 天後");
    page.locator("main .actions a:text-is('登記為機關憑證')").click();
    assertThat(page.locator("#agency").inputValue()).isEqualTo("A01000000A");
    assertThat(page.isChecked("#use-CALL")).isTrue();
    assertThat(page.isChecked("#use-LOGIN")).isFalse();
    assertThat(Browser.main(page)).contains(card.thumbprint(), "OID 屬於 A01000000A");
    page.locator("main button.primary").dblclick();
    page.waitForURL("**told=proposed");
    assertThat(Browser.main(page)).contains("等待另一位管理者確認", "與機關登記的 OID 相符");
    assertThat(called()).isEqualTo(UNREGISTERED);
    assertThat(first.get(one).body()).contains("已提出，待確認", "查看提出的憑證");
    String confirm = page.url().replaceAll(".*/(admin/.*)\\?.*", "$1") + "/confirm";
    assertThat(second.post(confirm, confirm, Map.of()).statusCode()).isEqualTo(302);
    assertThat(called()).isNotEqualTo(UNREGISTERED);
    assertThat(first.get(one).headers().firstValue("location"))
        .hasValue("/admin/certificates/" + card.thumbprint());
    assertThat(first.get("admin/agencies/A01000000A").body()).contains("取用未登記憑證");
  }

  @Test
  void takesTheCertificateOfARefusedLogin() throws Exception {
    NewCard card = NewCard.issue(demo, folder, SIGNING);
    PortalClient person =
        PortalClient.with(demo, folder.resolve("new.crt"), folder.resolve("new.key"));
    person.showCard("");
    assertThat(person.session()).isEmpty();
    String one = LIST + "/" + card.thumbprint();
    Await.until(() -> first.status(one) == 200);
    assertThat(first.get(LIST + "?use=LOGIN&q=" + card.thumbprint()).body()).contains("登入 1 次");
    Page page = open(first, "admin/certificates/new?seen=" + card.thumbprint());
    assertThat(page.isChecked("#use-LOGIN")).isTrue();
    page.uncheck("#use-LOGIN");
    page.fill("#agency", "");
    page.locator("main button.primary").click();
    assertThat(page.locator("#summary").textContent()).contains("請填寫機關代碼", "請至少選擇一項用途");
    page.check("#use-LOGIN");
    page.fill("#agency", "a01000000a");
    page.locator("main button.primary").click();
    page.waitForURL("**told=proposed");
    String confirm = page.url().replaceAll(".*/(admin/.*)\\?.*", "$1") + "/confirm";
    assertThat(second.post(confirm, confirm, Map.of()).statusCode()).isEqualTo(302);
    person.showCard("");
    assertThat(person.get("progress").statusCode()).isEqualTo(200);
  }

  @Test
  void refusesAnAgencyThatTheCertificateDoesNotName() throws Exception {
    Wish other =
        new Wish(DemoPki.AGENCY_B_OID, KeyUsage.digitalSignature, 2048, Duration.ofDays(9));
    NewCard card = NewCard.issue(demo, folder, other);
    called();
    Await.until(() -> first.status(LIST + "/" + card.thumbprint()) == 200);
    String form = "admin/certificates/new?seen=" + card.thumbprint();
    Map<String, String> typed =
        Map.of("seen", card.thumbprint(), "agency", "A01000000A", "use", "CALL");
    assertThat(first.post(form, "admin/certificates/new", typed).body()).contains("HUB-7003");
    assertThat(first.get(LIST + "/" + card.thumbprint()).body()).contains("登記為機關憑證");
  }

  @Test
  void keepsNothingOfACardWhoseChainIsNotGood() throws Exception {
    NewCard bad = NewCard.ofUnwatchedAuthority(demo, folder);
    assertThat(called()).isNotEqualTo(UNREGISTERED);
    // What comes after it in the same queue is kept, so it would have been.
    NewCard good = NewCard.issue(demo, folder, SIGNING);
    called();
    Await.until(() -> first.status(LIST + "/" + good.thumbprint()) == 200);
    assertThat(first.status(LIST + "/" + bad.thumbprint())).isEqualTo(404);
  }

  @Test
  void exportsWhatTheListShows() throws Exception {
    NewCard card = NewCard.issue(demo, folder, SIGNING);
    called();
    Await.until(() -> first.status(LIST + "/" + card.thumbprint()) == 200);
    String csv = first.get(LIST + "?format=csv&language=zh-TW&q=" + card.thumbprint()).body();
    assertThat(csv).contains("憑證之機關 OID", DemoPki.AGENCY_A_OID, card.thumbprint(), "呼叫");
    assertThat(csv.lines()).hasSize(2);
    assertThat(first.get(LIST + "?q=zzz").body()).contains("沒有符合條件的憑證", "最近出現");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reviewer", "auditor", "agency-a"})
  void isForAdministratorsAlone(String who) throws Exception {
    PortalClient other = PortalClient.loggedIn(demo, who);
    String thumbprint = "ab".repeat(32);
    assertThat(other.get(LIST).statusCode()).isEqualTo(403);
    assertThat(other.get(LIST + "/" + thumbprint).statusCode()).isEqualTo(403);
    Map<String, String> typed = Map.of("seen", thumbprint, "agency", "A01000000A", "use", "CALL");
    assertThat(other.post("progress", "admin/certificates/new", typed).statusCode()).isEqualTo(403);
  }

  private String called() throws Exception {
    return RefusedCall.code(demo, folder, "new", "agency-a");
  }

  private static Page open(PortalClient who, String path) throws Exception {
    return browser.openAs(who, demo.property("portal.url") + path, 1280, "zh-TW");
  }
}
