package tw.gov.mocs.hub.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.TestPki;
import tw.gov.mocs.hub.application.CardSignature.Handshake;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.demo.DemoCard;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.Revocation;

/** Submissions while time passes, cards are revoked and handshakes are allowed. */
class OwnPkiSubmissionTest {

  private static final TestPki PKI = new TestPki();
  private static final ConfigurableApplicationContext CORE =
      TestCore.start(TestDatabase.H2, settings(), MutableClock.Settings.class);

  private final MutableClock clock = CORE.getBean(MutableClock.class);
  private Ministry ministry = new Ministry(CORE, clock.instant(), PKI);
  private Application draft = ministry.draft();
  private SigningRequest asked = ministry.prepare(draft);

  private static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(PKI.settings());
    settings.put("hub.application.handshake-signature", "true");
    return settings;
  }

  @AfterAll
  static void close() {
    CORE.close();
  }

  @BeforeEach
  void make() {
    ministry = new Ministry(CORE, clock.instant(), PKI);
    draft = ministry.draft();
    asked = ministry.prepare(draft);
  }

  @Test
  void refusesARequestThatIsTooOld() {
    clock.set(clock.instant().plus(Duration.ofMinutes(10)).plusSeconds(1));
    refuses(ErrorCode.SIGNING_EXPIRED, this::submit);
  }

  @Test
  void takesARequestToTheEndOfItsTime() {
    clock.set(asked.expiresAt());
    submit();
    assertThat(ministry.applications.drafts(ministry.applicant)).isEmpty();
  }

  @Test
  void refusesToPrepareForACardRevokedAfterTheLogin() {
    revoke();
    refuses(ErrorCode.CERTIFICATE_REVOKED, () -> ministry.prepare(draft));
  }

  @Test
  void refusesToSubmitForACardRevokedAfterTheLogin() {
    CardSignature signed = ministry.signed(asked);
    revoke();
    refuses(
        ErrorCode.CERTIFICATE_REVOKED,
        () -> ministry.applications.submit(asked.nonce(), signed, ministry.applicant));
  }

  @Test
  void aFreshHandshakeSubmitsWhereItIsAllowedAndIsMarked() {
    Application pending =
        ministry.applications.submit(
            asked.nonce(), new Handshake(ministry.card.chain()), ministry.applicant);
    ApplicationEvidence evidence = CORE.getBean(ApplicationEvidence.class);
    assertThat(evidence.find(Ministry.number(pending)).orElseThrow().level())
        .isEqualTo(SignatureLevel.HANDSHAKE);
    Map<String, byte[]> files = Zips.files(evidence.zip(Ministry.number(pending)));
    assertThat(files).doesNotContainKey("signature.p7s").containsKey("receipt.p7s");
    assertThat(new String(files.getOrDefault("VERIFY.txt", new byte[0]), StandardCharsets.UTF_8))
        .contains("HANDSHAKE", "未附簽章")
        .containsSubsequence("\n1. ", "\n2. 簽署憑證", "\n3. 本系統的收件證明");
  }

  @Test
  void refusesAHandshakeWithAnotherCardOrNone() {
    DemoCard other = ministry.register(Ministry.ADMINISTRATOR);
    for (Handshake wrong : List.of(new Handshake(other.chain()), new Handshake(List.of()))) {
      refuses(
          ErrorCode.SIGNER_DIFFERS,
          () -> ministry.applications.submit(asked.nonce(), wrong, ministry.applicant));
    }
  }

  private void submit() {
    ministry.applications.submit(asked.nonce(), ministry.signed(asked), ministry.applicant);
  }

  private void revoke() {
    PKI.revoke(ministry.card.certificate());
    CORE.getBean(Revocation.class).refreshLists();
  }

  private static void refuses(ErrorCode code, ThrowingCallable call) {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(call)
        .returns(code, HubException::code);
  }
}
