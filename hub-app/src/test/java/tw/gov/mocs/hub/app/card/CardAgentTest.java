package tw.gov.mocs.hub.app.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.util.Selector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.json.JsonParserFactory;
import tw.gov.mocs.hub.demo.DemoPki;
import tw.gov.mocs.hub.demo.SharedPki;
import tw.gov.mocs.hub.shared.KeyFiles;

/** The agent over HTTP, as its own window and as others talk to it. */
class CardAgentTest {

  private static final String PORTAL = "https://localhost:8443";
  private static final String STATEMENT = "草稿 42 的申請內容\n姓名：𠀋大明\nnonce: 7f+/=";

  @TempDir private static Path folder = Path.of("");

  private static DemoPki pki;
  private static CardAgent agent;

  @BeforeAll
  static void start() throws IOException {
    pki = SharedPki.in(folder);
    agent = started(pki.agencyA(), null);
  }

  @AfterAll
  static void end() {
    agent.close();
  }

  @Test
  void signsWhatItShowed() throws Exception {
    Map<String, Object> asked = ask(Map.of());
    assertThat(asked).containsEntry("text", STATEMENT);
    Map<String, Object> answer = post("/sign", Map.of("ticket", asked.get("ticket")));
    assertThat(answer)
        .containsEntry("func", "sign")
        .containsEntry("ret_code", 0L)
        .containsEntry("cardSN", "0000000000000101")
        .containsEntry(
            "certb64", Base64.getEncoder().encodeToString(leaf(pki.agencyA()).getEncoded()));

    CMSSignedData signed = new CMSSignedData(signature(answer));
    assertThat(new String((byte[]) signed.getSignedContent().getContent(), StandardCharsets.UTF_8))
        .isEqualTo(STATEMENT);
    assertThat(signed.getCertificates().getMatches(null)).hasSize(2);
    SignerInformation signer = signed.getSignerInfos().getSigners().iterator().next();
    assertThat(signer.getDigestAlgorithmID().getAlgorithm().getId())
        .isEqualTo("2.16.840.1.101.3.4.2.1");
    assertThat(signer.getSignedAttributes().get(CMSAttributes.signingTime)).isNotNull();
    assertThat(signer.getSignedAttributes().get(CMSAttributes.contentType)).isNotNull();
    assertThat(text(signer.getSignedAttributes().get(CmsSigner.CARD_NUMBER)))
        .isEqualTo("0000000000000101");
    assertThat(text(signer.getSignedAttributes().get(CmsSigner.NONCE))).isEqualTo("C37D");
    assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate(signed))))
        .isTrue();
  }

  @Test
  void signsSoThatOpensslVerifies() throws Exception {
    Path cms = Files.write(folder.resolve("signature.der"), signature(sign(Map.of())));
    Path out = folder.resolve("content.txt");
    Process openssl =
        new ProcessBuilder(
                List.of(
                    "openssl",
                    "cms",
                    "-verify",
                    "-inform",
                    "DER",
                    "-in",
                    cms.toString(),
                    "-CAfile",
                    pki.root().toString(),
                    "-purpose",
                    "any",
                    "-binary",
                    "-out",
                    out.toString()))
            .redirectErrorStream(true)
            .start();
    String said = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(openssl.waitFor()).as(said).isZero();
    assertThat(Files.readString(out)).isEqualTo(STATEMENT);
  }

  @Test
  void readsAPlainStatementAsWell() throws Exception {
    assertThat(ask(Map.of("tbsEncoding", "NONE", "tbs", STATEMENT)))
        .containsEntry("text", STATEMENT);
  }

  @ParameterizedTest
  @CsvSource({
    "origin, https://elsewhere.example, 0x76000031",
    "origin, http://localhost:8443, 0x76000031",
    "origin, null, 0x76000031",
    "func, DecryptData, 0x7600000E",
    "signatureType, PKCS1, 0x76300002",
    "hashAlgorithm, SHA1, 0x7600000C",
    "tbsEncoding, HEX, 0x7600000C",
    "tbs, '', 0x76000003",
    "tbs, '***', 0x76600002",
    "tbs, '/w==', 0x76300003",
    "tbs, 'AA==', 0x76300003",
    "tbs, '4oCu', 0x76300003",
  })
  void refusesToAsk(String field, String value, String code) throws Exception {
    assertThat(ask(Map.of(field, value)))
        .containsEntry("ret_code", (long) Integer.decode(code))
        .doesNotContainKey("ticket");
  }

  @Test
  void refusesWhatNobodyWouldRead() throws Exception {
    assertThat(ask(Map.of("tbsEncoding", "NONE", "tbs", "字".repeat(10_001))))
        .containsEntry("ret_code", (long) 0x7600000A);
  }

  @Test
  void signsOnceForATicket() throws Exception {
    Map<String, Object> ticket = Map.of("ticket", ask(Map.of()).get("ticket"));
    assertThat(post("/sign", ticket)).containsKey("signature");
    assertThat(post("/sign", ticket)).containsEntry("ret_code", (long) 0x7600000C);
  }

  @Test
  void signsNothingAfterACancellation() throws Exception {
    Map<String, Object> ticket = Map.of("ticket", ask(Map.of()).get("ticket"));
    assertThat(post("/cancel", ticket)).containsEntry("ret_code", (long) 0x76000999);
    assertThat(post("/sign", ticket)).doesNotContainKey("signature");
  }

  @Test
  void locksTheCardAfterThreeWrongPins() throws Exception {
    try (CardAgent strict = started(pki.agencyB(), "1234")) {
      assertThat(sign(strict, Map.of())).containsEntry("ret_code", (long) 0x76000998);
      assertThat(sign(strict, Map.of("pin", "1234"))).containsKey("signature");
      for (long expected : new long[] {-2147483646, -2147483647, 0xA4}) {
        assertThat(sign(strict, Map.of("pin", "9999")))
            .containsEntry("ret_code", (long) 0x76100006)
            .containsEntry("last_error", expected);
      }
      assertThat(sign(strict, Map.of("pin", "1234"))).containsEntry("last_error", 0xA4L);
    }
  }

  @Test
  void saysThatTheCardWasTakenOut(@TempDir Path reader) throws Exception {
    Path p12 = Files.copy(pki.agencyA().p12(), reader.resolve("card.p12"));
    try (CardAgent other = started(DemoPki.at(reader).identity("card"), null)) {
      assertThat(sign(other, Map.of())).containsKey("signature");
      Files.delete(p12);
      assertThat(sign(other, Map.of())).containsEntry("ret_code", (long) 0x76000006);
    }
  }

  @Test
  void showsTheCardToListedSitesOnly() throws Exception {
    assertThat(ask(Map.of("func", "GetUserCert")).toString())
        .contains("0000000000000101", "digitalSignature", "CN=人事介接系統");
    assertThat(ask(Map.of("func", "CheckEnvir")).toString()).doesNotContain("digitalSignature");
    assertThat(ask(Map.of("func", "GetUserCert", "origin", "https://elsewhere.example")))
        .doesNotContainKey("slots");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://localhost:8443", "https://elsewhere.example", "null", ""})
  void talksToItsOwnWindowOnly(String origin) throws Exception {
    assertThat(send(agent, "/ask", fields(Map.of()), origin).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({"localhost, 200", "127.0.0.1, 200", "[::1], 200", "evil.example, 421", "'', 421"})
  void answersToNamesOfThisMachineOnly(String name, int status) throws Exception {
    String request =
        "GET /popupForm HTTP/1.1\r\nHost: "
            + (name.isEmpty() ? "" : name + ":" + agent.port())
            + "\r\nConnection: close\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), agent.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "zh-TW, '', zh-Hant-TW, 取消",
    "'en-US,zh;q=0.5', '', en, Cancel",
    "fr, '', zh-Hant-TW, 取消",
    "zh-TW, ?lang=en, en, Cancel"
  })
  void speaksTheLanguageOfTheBrowser(String accepted, String query, String lang, String cancel)
      throws Exception {
    HttpResponse<String> page =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(address(agent, "/popupForm" + query))
                    .header("Accept-Language", accepted)
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(page.body())
        .contains("<html lang=\"" + lang + "\">", ">" + cancel + "</button>", "人事介接系統")
        .doesNotContain("{{");
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy -> assertThat(policy).contains("default-src 'none'", "frame-ancestors 'none'"));
  }

  private static CardAgent started(DemoPki.Identity identity, @Nullable String pin)
      throws IOException {
    SoftwareCard card = new SoftwareCard(identity, new CardPin(pin));
    return CardAgent.start(card, ListedOrigins.of(List.of(PORTAL + "/")), 0, false);
  }

  private static Map<String, Object> sign(Map<String, Object> changed) throws Exception {
    return sign(agent, changed);
  }

  private static Map<String, Object> sign(CardAgent asked, Map<String, Object> changed)
      throws Exception {
    Map<String, Object> question = post(asked, "/ask", fields(changed));
    return question.containsKey("ticket")
        ? post(asked, "/sign", Map.of("ticket", question.get("ticket")))
        : question;
  }

  private static Map<String, Object> ask(Map<String, Object> changed) throws Exception {
    return post("/ask", fields(changed));
  }

  private static Map<String, Object> fields(Map<String, Object> changed) {
    Map<String, Object> all = new HashMap<>();
    all.put("origin", PORTAL);
    all.put("func", "MakeSignature");
    all.put("signatureType", "PKCS7");
    all.put("hashAlgorithm", "SHA256");
    all.put("tbsEncoding", "base64");
    all.put("tbs", Base64.getEncoder().encodeToString(STATEMENT.getBytes(StandardCharsets.UTF_8)));
    all.put("withCardSN", "true");
    all.put("nonce", "C37D");
    all.putAll(changed);
    return all;
  }

  private static Map<String, Object> post(String path, Map<String, Object> fields)
      throws Exception {
    return post(agent, path, fields);
  }

  private static Map<String, Object> post(CardAgent asked, String path, Map<String, Object> fields)
      throws Exception {
    HttpResponse<String> answer = send(asked, path, fields, address(asked, "").toString());
    assertThat(answer.statusCode()).isEqualTo(200);
    Map<String, Object> parsed = new HashMap<>();
    JsonParserFactory.getJsonParser()
        .parseMap(answer.body())
        .forEach(
            (name, value) ->
                parsed.put(
                    name, value instanceof Number number ? (Object) number.longValue() : value));
    return parsed;
  }

  private static HttpResponse<String> send(
      CardAgent asked, String path, Map<String, Object> fields, String origin) throws Exception {
    String body =
        fields.entrySet().stream()
            .map(
                each ->
                    each.getKey()
                        + "="
                        + URLEncoder.encode(each.getValue().toString(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(asked, path))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!origin.isEmpty()) {
      request.header("Origin", origin);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static URI address(CardAgent asked, String path) {
    return URI.create("http://localhost:" + asked.port() + path);
  }

  private static byte[] signature(Map<String, Object> answer) {
    return Base64.getDecoder().decode(String.valueOf(answer.get("signature")));
  }

  private static X509Certificate leaf(DemoPki.Identity identity) {
    return KeyFiles.certificates(identity.certificate()).get(0);
  }

  @SuppressWarnings("unchecked")
  private static X509CertificateHolder certificate(CMSSignedData signed) {
    Selector<X509CertificateHolder> whose =
        signed.getSignerInfos().getSigners().iterator().next().getSID();
    return signed.getCertificates().getMatches(whose).iterator().next();
  }

  private static String text(Attribute attribute) {
    return attribute.getAttributeValues()[0].toString();
  }
}
