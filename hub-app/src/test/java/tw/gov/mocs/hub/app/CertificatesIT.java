package tw.gov.mocs.hub.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;
import tw.gov.mocs.hub.app.NewCard.Wish;
import tw.gov.mocs.hub.demo.DemoPki;
import tw.gov.mocs.hub.shared.KeyFiles;
import tw.gov.mocs.hub.trust.Certificates;

/** 憑證管理: what an agency has, and proposing another with a proof by OpenSSL or by a card. */
class CertificatesIT {

  private static final String NEW = "certificates/new";
  private static final Wish SIGNING = Wish.of(KeyUsage.digitalSignature);
  private static final Pattern COMMAND =
      Pattern.compile("<pre class=\"command\"[^>]*>([^<]+)</pre>");

  @TempDir private Path folder = Path.of("");

  private static RunningDemo demo;
  private static Browser browser;
  private static PortalClient agency;

  @BeforeAll
  static void start() throws Exception {
    demo = RunningDemo.shared();
    browser = new Browser();
    agency = PortalClient.loggedIn(demo, "agency-a");
  }

  @AfterAll
  static void end() {
    browser.close();
  }

  @Test
  void listsTheCertificatesOfTheAgencyAlone() throws Exception {
    String page = agency.get("certificates?language=zh-TW").body();
    assertThat(page)
        .contains("卡號 0000000000000101", "卡號 0000000000000102", "卡號 0000000000000105", "本次登入使用")
        .contains("由信任的憑證機構簽發，未廢止", "查詢結果時間", "憑證已廢止 (HUB-3005)", "還有")
        .doesNotContain("0000000000000201", demo.property("pki.dir"));
    assertThat(agency.get("certificates?language=en").body())
        .contains("Card 0000000000000101", "not revoked", "has been revoked (HUB-3005)");
  }

  @Test
  void ticksNoDaysThatAreLeftOfARevokedCertificate() throws Exception {
    String revoked =
        Pattern.compile("<li[^>]*class=\"certificate refused\".*?</li>", Pattern.DOTALL)
            .matcher(agency.get("certificates?language=zh-TW").body())
            .results()
            .map(MatchResult::group)
            .filter(one -> one.contains("HUB-3005"))
            .findFirst()
            .orElseThrow();
    assertThat(revoked).contains("還有").doesNotContain("✓");
  }

  @Test
  void leadsFromTheFileOfProposalsToTheirList() throws Exception {
    assertThat(location(agency.get("certificates/proposals"))).endsWith("/certificates");
  }

  @Test
  void exportsItsCertificatesAlone() throws Exception {
    assertThat(agency.get("certificates?format=csv&language=zh-TW").body())
        .contains("憑證卡號", "0000000000000101", "憑證已廢止 (HUB-3005)", thumbprint("agency-a"))
        .doesNotContain("0000000000000201");
    assertThat(agency.get("certificates?format=ods").headers().firstValue("content-type"))
        .hasValue("application/vnd.oasis.opendocument.spreadsheet");
  }

  @Test
  void exportsWhatItProposed() throws Exception {
    NewCard card = NewCard.issue(demo, folder, SIGNING);
    String step = upload(card.file(), "CALL");
    save(step, agency.get(step).body(), card);
    card.run(commands(agency.get(step).body()).get(0));
    String proof = Files.readString(folder.resolve("proof.txt"));
    assertThat(location(agency.post(step, step, Map.of("proof", proof)))).endsWith("?proposed");
    String file = agency.get("certificates/proposals?format=csv&language=zh-TW").body();
    assertThat(file).contains("提出時間", "呼叫", "待確認");
    String none =
        PortalClient.loggedIn(demo, "agency-b").get("certificates/proposals?format=csv").body();
    assertThat(none.lines()).hasSize(1);
  }

  @Test
  void handsOutItsCertificatesAlone() throws Exception {
    HttpResponse<String> own = agency.get("certificates/" + thumbprint("agency-a") + ".crt");
    Path file = Files.writeString(folder.resolve("own.crt"), own.body());
    assertThat(Certificates.thumbprint(KeyFiles.certificates(file).get(0)))
        .isEqualTo(thumbprint("agency-a"));
    assertThat(agency.get("certificates/" + thumbprint("agency-b") + ".crt").statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void proposesByTheCommandsOfThePage(int command) throws Exception {
    NewCard card = NewCard.issue(demo, folder, SIGNING);
    String step = upload(card.file(), "CALL");
    String page = agency.get(step).body();
    assertThat(page)
        .contains(
            card.thumbprint(),
            "人事介接系統新卡",
            card.certificate().getSerialNumber().toString(16).toUpperCase(Locale.ROOT));
    save(step, page, card);
    card.run(commands(page).get(command));
    String proof = Files.readString(folder.resolve("proof.txt"));
    String where = location(agency.post(step, step, Map.of("proof", proof)));
    assertThat(where).matches("/certificates/proposals/[0-9]+\\?proposed");
    String proposal = where.substring(1).replace("?proposed", "");
    assertThat(agency.get(where.substring(1)).body()).contains("步驟三、等待確認", "待確認", "另一位人員");
    // A second click finds what the first has done.
    assertThat(location(agency.post(step, step, Map.of("proof", proof)))).isEqualTo(where);
    assertThat(agency.get("certificates").body()).contains("/" + proposal);
    PortalClient other = PortalClient.loggedIn(demo, "agency-b");
    assertThat(other.get(proposal).statusCode()).isEqualTo(404);
    assertThat(other.post(NEW, proposal + "/withdraw", Map.of()).statusCode()).isEqualTo(404);
    assertThat(agency.get(proposal + "/withdraw").body()).contains("要撤回這張憑證的登記申請嗎？");
    assertThat(location(agency.post(NEW, proposal + "/withdraw", Map.of()))).endsWith("?withdrawn");
    assertThat(location(agency.post(NEW, proposal + "/withdraw", Map.of()))).endsWith("?decided");
    assertThat(agency.get(proposal).body()).contains("已撤回").doesNotContain("/withdraw\"");
  }

  @Test
  void takesASignatureAsAFile() throws Exception {
    NewCard card = NewCard.issue(demo, folder, SIGNING);
    String step = upload(card.file(), "CALL");
    String page = agency.get(step).body();
    save(step, page, card);
    card.run(commands(page).get(0));
    byte[] binary = Files.readAllBytes(folder.resolve("proof.bin"));
    assertThat(location(agency.upload(step, step, Map.of(), "proofFile", binary)))
        .endsWith("?proposed");
  }

  @Test
  void asksAKeyThatMayNotSignToDecrypt() throws Exception {
    NewCard card =
        NewCard.issue(demo, folder, Wish.of(KeyUsage.keyEncipherment | KeyUsage.dataEncipherment));
    String step = upload(card.file(), "ENCRYPTION");
    String page = agency.get(step).body();
    assertThat(page).contains("要解密的內容").doesNotContain("data-sign", "sign.js");
    save(step, page, card);
    String answer = card.run(commands(page).get(0));
    assertThat(location(agency.post(step, step, Map.of("proof", answer)))).endsWith("?proposed");
  }

  @ParameterizedTest
  @CsvSource({"zh-TW, 未收到簽章, 請重新下載", "en, No signature was received, download it again"})
  void givesANewStatementAfterAnAnswerThatDoesNotFit(String language, String none, String wrong)
      throws Exception {
    NewCard card = NewCard.issue(demo, folder, SIGNING);
    String step = upload(card.file(), "CALL");
    HttpResponse<String> empty = agency.post(step + "?language=" + language, step, Map.of());
    assertThat(empty.body()).contains(none, step + "/text");
    HttpResponse<String> refused = agency.post(step, step, Map.of("proof", "AAAA"));
    assertThat(refused.body()).contains(wrong, "HUB-7042").doesNotContain(step + "/text");
    assertThat(location(agency.get(step))).isEqualTo("/" + NEW + "?over");
    String again = group(refused.body(), "(certificates/new/[0-9a-f]{64})/text");
    save(again, refused.body(), card);
    card.run(commands(refused.body()).get(0));
    String proof = Files.readString(folder.resolve("proof.txt"));
    assertThat(location(agency.post(again, again, Map.of("proof", proof)))).endsWith("?proposed");
  }

  @Test
  void keepsADraftForItsLoginAlone() throws Exception {
    String step = upload(NewCard.issue(demo, folder, SIGNING).file(), "CALL");
    PortalClient other = PortalClient.loggedIn(demo, "agency-a");
    assertThat(location(other.get(step))).isEqualTo("/" + NEW + "?over");
    assertThat(location(other.post(NEW, step, Map.of("proof", "x")))).endsWith("?over");
    assertThat(other.get(NEW + "?over").body()).contains("上一次驗證已使用或逾時");
  }

  @ParameterizedTest
  @CsvSource({
    "empty, CALL, 請選擇憑證檔, Please choose a certificate file",
    "large, CALL, 憑證檔超過 16 KB, larger than 16 KB",
    "key, CALL, 此金鑰應視為已外洩, contains a private key",
    "keyFile, CALL, 私密金鑰不得傳送, A private key must never be sent",
    "text, CALL, 檔案不是 PEM 或 DER, is not an X.509 certificate",
    "good, '', 請至少選擇一項用途, Please select at least one use",
    "known, CALL, HUB-7006, registered or awaits confirmation",
    "other, CALL, 憑證記載的機關與所登記的機關不符, names another agency",
    "expired, CALL, HUB-3002, has expired or is not yet valid",
    "weak, CALL, HUB-3004, is too weak",
    "encrypting, LOGIN, HUB-3003, a key that can sign",
    "stranger, CALL, HUB-3001, not issued by a trusted certification authority"
  })
  void saysWhatIsWrongWithAnUpload(String what, String use, String chinese, String english)
      throws Exception {
    byte[] file = upload(what);
    for (String language : List.of("zh-TW", "en")) {
      HttpResponse<String> answer =
          agency.upload(NEW + "?language=" + language, NEW, Map.of("use", use), "file", file);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(HtmlUtils.htmlUnescape(answer.body()))
          .contains("id=\"summary\"", language.equals("en") ? english : chinese);
    }
    agency.get("?language=zh-TW");
  }

  private byte[] upload(String what) throws Exception {
    return switch (what) {
      case "empty" -> new byte[0];
      case "large" -> new byte[16 * 1024 + 1];
      case "key" -> Files.readAllBytes(Path.of(demo.property("pki.dir"), "agency-a.key"));
      case "keyFile" -> Files.readAllBytes(Path.of(demo.property("pki.dir"), "agency-a.p12"));
      case "text" -> "certificate".getBytes(StandardCharsets.UTF_8);
      case "known" -> Files.readAllBytes(Path.of(demo.property("pki.dir"), "agency-a.crt"));
      case "other" -> issued(new Wish(DemoPki.AGENCY_B_OID, 128, 2048, Duration.ofDays(9)));
      case "expired" -> issued(new Wish(DemoPki.AGENCY_A_OID, 128, 2048, Duration.ofDays(-9)));
      case "weak" -> issued(new Wish(DemoPki.AGENCY_A_OID, 128, 1024, Duration.ofDays(9)));
      case "encrypting" -> issued(Wish.of(KeyUsage.keyEncipherment));
      case "stranger" -> {
        NewCard card = NewCard.issue(demo, folder, SIGNING);
        card.run("openssl req -x509 -key new.key -subj /CN=x -days 9 -out strange.crt");
        yield Files.readAllBytes(folder.resolve("strange.crt"));
      }
      default -> issued(SIGNING);
    };
  }

  private byte[] issued(Wish wish) throws Exception {
    return NewCard.issue(demo, folder, wish).file();
  }

  @Test
  void signsWithTheNewCardInTheBrowser() throws Exception {
    NewCard card = NewCard.issue(demo, folder, SIGNING);
    String portal = demo.property("portal.url");
    String origin = portal.replaceFirst("/$", "");
    try (RunningCardAgent right = agent("new", folder, origin);
        RunningCardAgent wrong = agent("agency-a", Path.of(demo.property("pki.dir")), origin)) {
      Page page = browser.openAs(agency, portal + NEW, 1280, "zh-TW");
      page.locator("#file").setInputFiles(folder.resolve("new.crt"));
      page.locator("#use-LOGIN").check();
      page.locator("main form button.primary").click();
      signWith(wrong, page);
      assertThat(page.locator("[data-sign-status]")).hasText("讀卡機中的卡片不是要提出的憑證。請放入新的憑證 IC 卡後再試。");
      signWith(right, page);
      assertThat(page.locator("h1")).hasText("提出新憑證：步驟三、等待確認");
      assertThat(page.locator("main")).containsText(card.thumbprint());
    }
  }

  private static void signWith(RunningCardAgent agent, Page page) {
    page.evaluate(
        "agent => document.querySelector('form[data-sign]').dataset.agent = agent",
        agent.address());
    page.locator("[data-sign-button]").click();
  }

  private static RunningCardAgent agent(String name, Path pki, String origin) throws Exception {
    return RunningCardAgent.start(
        "--as", name, "--pki", pki.toString(), "--origin", origin, "--yes");
  }

  @Test
  void leadsToWhatIsWrong() throws Exception {
    Page page = browser.openAs(agency, demo.property("portal.url") + NEW, 360, "zh-TW");
    page.locator("main form button.primary").click();
    assertThat(page.locator("#summary")).isFocused();
  }

  private static String upload(byte[] file, String use) throws Exception {
    HttpResponse<String> answer =
        agency.upload(NEW + "?language=zh-TW", NEW, Map.of("use", use), "file", file);
    return location(answer).substring(1);
  }

  private static void save(String step, String page, NewCard card) throws Exception {
    String name =
        group(page, "(?:下載|Download) ((?:statement|challenge)-[0-9a-f]{8}\\.(?:txt|pem))<");
    Files.writeString(card.folder().resolve(name), agency.get(step + "/text").body());
  }

  private static List<String> commands(String page) {
    return COMMAND
        .matcher(page)
        .results()
        .map(one -> HtmlUtils.htmlUnescape(one.group(1)))
        .toList();
  }

  private static String group(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
    return matcher.group(1);
  }

  private static String location(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("location")
        .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()))
        .replaceFirst("^https://[^/]+", "");
  }

  private static String thumbprint(String name) throws Exception {
    Path file = Path.of(demo.property("pki.dir"), name + ".crt");
    return Certificates.thumbprint(KeyFiles.certificates(file).get(0));
  }
}
