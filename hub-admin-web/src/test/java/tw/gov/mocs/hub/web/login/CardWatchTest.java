package tw.gov.mocs.hub.web.login;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.TestPki;
import tw.gov.mocs.hub.agency.AccountControl;
import tw.gov.mocs.hub.agency.Accounts;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.Role;
import tw.gov.mocs.hub.application.Ministry;
import tw.gov.mocs.hub.application.MutableClock;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.database.Changes;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.trust.CertificateAttributes;
import tw.gov.mocs.hub.trust.CertificateVerifier;
import tw.gov.mocs.hub.trust.Certificates;
import tw.gov.mocs.hub.trust.Revocation;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.WebSettings;
import tw.gov.mocs.hub.web.form.FormSettings;

/** How long a login lasts, on a running core: as its certificate, its account and its time. */
class CardWatchTest {

  private static final Actor ADMINISTRATOR = new Actor("admin", null, null);

  private static final TestPki PKI = new TestPki();
  private static final ConfigurableApplicationContext CORE =
      TestCore.start(TestDatabase.H2, PKI.settings());

  private final MutableClock clock = new MutableClock(Instant.now());
  private final WebSettings settings = settings();
  private final Agencies agencies = CORE.getBean(Agencies.class);
  private final CardJudge judge =
      new CardJudge(
          CORE.getBean(CertificateVerifier.class),
          CORE.getBean(CertificateAttributes.class),
          agencies,
          CORE.getBean(Accounts.class));
  private final LoginSession sessions =
      new LoginSession(settings, CORE.getBean(Changes.class), clock);
  private final CardWatch watch =
      new CardWatch(
          judge,
          sessions,
          new LoginLog(
              CORE.getBean(AuditLog.class),
              CORE.getBean(TransactionTemplate.class),
              CallerAddress.behind(peer -> false)),
          new VerdictCookie(),
          new EndOfLogin(request -> Optional.empty()));

  private final Ministry ministry = new Ministry(CORE, Instant.now(), PKI);
  private MockHttpSession session = loggedIn(ministry.card.certificate());

  @AfterAll
  static void end() {
    CORE.close();
  }

  @AfterEach
  void forget() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void goesOnWithAGoodCard() throws Exception {
    clock.set(Instant.now().plus(Duration.ofMinutes(11)));
    assertThat(ask().getStatus()).isEqualTo(200);
    assertThat(session.isInvalid()).isFalse();
  }

  @Test
  void endsWhenItsCertificateIsWithdrawn() throws Exception {
    agencies.withdrawCertificate(
        Certificates.thumbprint(ministry.card.certificate()), "test", ADMINISTRATOR);
    endsBeforeThePage();
  }

  @Test
  void showsNoPageOnceItsAgencyIsSuspended() throws Exception {
    agencies.suspend(ministry.agency.code(), "test", ADMINISTRATOR);
    endsBeforeThePage();
  }

  @Test
  void isNotJudgedByEachPageLongAfterTheLastChange() {
    clock.set(Instant.now().plus(Duration.ofMinutes(1)));
    sessions.judged(request());
    assertThat(sessions.isDue(request())).isFalse();
  }

  /** What takes rights from an account. */
  private enum Loss {
    DISABLED,
    CLOSED,
    ANOTHER_ROLE,
    CARD_REMOVED;

    void of(String name, X509Certificate card, AccountControl control) {
      long version = control.get(name).version();
      switch (this) {
        case DISABLED -> control.disable(name, version, "離職", ADMINISTRATOR);
        case CLOSED -> control.close(name, version, "離職", ADMINISTRATOR);
        case ANOTHER_ROLE ->
            control.changeRole(name, version, Role.REVIEWER, "職務調整", ADMINISTRATOR);
        case CARD_REMOVED ->
            control.removeCard(name, version, Certificates.thumbprint(card), "舊卡遺失", ADMINISTRATOR);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Loss.class)
  void showsNoPageToAnAccountThatLostItsRights(Loss loss) throws Exception {
    String name = "auditor-" + loss;
    X509Certificate card = card(name);
    CORE.getBean(Accounts.class).create(name, "稽核人員", Role.AUDITOR, null, card, ADMINISTRATOR);
    CORE.getBean(Accounts.class).addCertificate(name, card(name + "-2"), ADMINISTRATOR);
    session = loggedIn(card);
    assertThat(ask().getStatus()).isEqualTo(200);
    loss.of(name, card, CORE.getBean(AccountControl.class));
    endsBeforeThePage();
  }

  private static X509Certificate card(String name) {
    return PKI.card("SERIALNUMBER=" + name + ",C=TW", Instant.now()).certificate();
  }

  private void endsBeforeThePage() throws Exception {
    assertThat(ask().getHeader("Location")).isEqualTo(LoginPage.REFUSED);
    assertThat(session.isInvalid()).isTrue();
  }

  @Test
  void endsWhenItsCertificateIsRevoked() throws Exception {
    PKI.revoke(ministry.card.certificate());
    CORE.getBean(Revocation.class).refreshLists();
    refusesTheStep(ErrorCode.CERTIFICATE_REVOKED);
  }

  @Test
  void endsAtOnceBeforeAStepThatCounts() throws Exception {
    agencies.withdrawCertificate(
        Certificates.thumbprint(ministry.card.certificate()), "test", ADMINISTRATOR);
    refusesTheStep(ErrorCode.CERTIFICATE_NOT_REGISTERED);
  }

  @Test
  void endsWhenItsAgencyIsSuspended() throws Exception {
    agencies.suspend(ministry.agency.code(), "test", ADMINISTRATOR);
    refusesTheStep(ErrorCode.AGENCY_SUSPENDED);
  }

  @Test
  void endsWhenItsTimeIsOver() throws Exception {
    clock.set(Instant.now().plus(Duration.ofHours(9)));
    assertThat(ask().getHeader("Location")).isEqualTo("/login/ended?then=%2Fprogress");
    assertThat(session.isInvalid()).isTrue();
  }

  @Test
  void isProlongedWhileItsTimeIsNotOver() {
    assertThat(sessions.isLast(request())).isFalse();
  }

  @Test
  void isProlongedNoMoreTowardsTheEndOfItsTime() {
    clock.set(Instant.now().plus(Duration.ofMinutes(7 * 60 + 31)));
    assertThat(sessions.isLast(request())).isTrue();
  }

  private MockHttpSession loggedIn(X509Certificate card) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    CardHolder holder = judge.judge(List.of(card)).holder().orElseThrow();
    sessions.begin(holder, request, new MockHttpServletResponse());
    return (MockHttpSession) request.getSession();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /incidents/00000001/remark, ",
    "POST, /incidents/new/123456789012345678, ",
    "POST, /progress/APSQ11500001/copy, ",
    "POST, /apply/1/6, ",
    "GET, /progress, format=csv",
    "GET, /calls, format=ods",
    "GET, /progress/APSQ11500001/form.pdf, ",
    "GET, /progress/APSQ11500001/evidence.zip, ",
    "GET, /progress/APSQ11500001/files/7, ",
    "GET, /incidents/00000001/files/7, "
  })
  void letsNothingChangeOrLeaveWithABadCard(String method, String path, @Nullable String query)
      throws Exception {
    agencies.suspend(ministry.agency.code(), "test", ADMINISTRATOR);
    MockHttpServletResponse response = ask(method, path, query);
    assertThat(response.getHeader("Location")).isEqualTo(LoginPage.REFUSED);
    assertThat(session.isInvalid()).isTrue();
  }

  private void refusesTheStep(ErrorCode code) throws Exception {
    MockHttpServletResponse response = ask("POST", "/apply/1/6", null);
    assertThat(response.getHeader("Location")).isEqualTo(LoginPage.REFUSED);
    assertThat(requireNonNull(response.getCookie(VerdictCookie.NAME)).getValue())
        .isEqualTo(CardVerdict.of(code).inCookie());
    assertThat(session.isInvalid()).isTrue();
  }

  private MockHttpServletResponse ask() throws Exception {
    return ask("GET", "/progress", null);
  }

  private MockHttpServletResponse ask(String method, String path, @Nullable String query)
      throws Exception {
    MockHttpServletRequest request = request();
    request.setMethod(method);
    request.setRequestURI(path);
    if (query != null) {
      String[] parameter = query.split("=", -1);
      request.setParameter(parameter[0], parameter[1]);
    }
    MockHttpServletResponse response = new MockHttpServletResponse();
    MockFilterChain pages = new MockFilterChain();
    watch.doFilter(request, response, pages);
    assertThat(pages.getRequest() == null).isEqualTo(response.getHeader("Location") != null);
    return response;
  }

  /** As the security filter leaves it. */
  private MockHttpServletRequest request() {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setSession(session);
    SecurityContextHolder.setContext(
        (SecurityContext)
            requireNonNull(
                session.getAttribute(
                    HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)));
    return request;
  }

  private static WebSettings settings() {
    Path none = Path.of("none");
    return new WebSettings(
        "127.0.0.1",
        0,
        0,
        none,
        none,
        URI.create("https://portal.example"),
        URI.create("https://portal.example:8444"),
        null,
        List.of(),
        Duration.ofMinutes(30),
        Duration.ofHours(8),
        Duration.ofMinutes(10),
        new FormSettings(none),
        new WebSettings.Sandbox(null, null));
  }
}
