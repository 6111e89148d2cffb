package tw.gov.mocs.hub.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.application.CardSignature.Cms;
import tw.gov.mocs.hub.application.CardSignature.Handshake;
import tw.gov.mocs.hub.audit.LoggedActs;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.demo.DemoCard;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.CmsSignature;

/** Step 6: nothing is submitted but by the card of the login, over this very content, once. */
@OnEveryDatabase
class SubmissionsTest {

  private final ApplicationContext core;
  private final Ministry ministry;
  private final Applications applications;
  private final Application draft;
  private final SigningRequest asked;

  SubmissionsTest(TestDatabase database) {
    core = TestCore.shared(database);
    ministry = new Ministry(core);
    applications = ministry.applications;
    draft = ministry.draft();
    asked = ministry.prepare(draft);
  }

  @Test
  void theStatementNamesWhatIsSigned() {
    assertThat(asked.statementText())
        .contains(
            "草稿編號 Draft：" + draft.id(),
            asked.documentDigest(),
            asked.nonce(),
            ministry.applicant.thumbprint(),
            ministry.agency.code().value(),
            "時間 Time：民國 ");
    assertThat(new String(asked.document(), StandardCharsets.UTF_8))
        .contains("公務人員任用法", "\"codeName\"", "192.0.2.10", "\"版本\": \"102.12\"");
  }

  @Test
  void theSameDraftGivesTheSameDocument() {
    SigningRequest again = ministry.prepare(draft);
    assertThat(again.document()).isEqualTo(asked.document());
    assertThat(again.nonce()).isNotEqualTo(asked.nonce());
  }

  @Test
  void takesASignatureWithTheTextInIt() {
    Application pending = submit(ministry.card.sign(asked.statement(), true));
    assertThat(pending.status()).isEqualTo(ApplicationStatus.PENDING);
    assertThat(applications.get(Ministry.number(pending))).isEqualTo(pending);
  }

  @Test
  void takesASignatureWithoutTheTextInIt() {
    assertThat(submit(ministry.card.sign(asked.statement(), false)).number()).isPresent();
  }

  @Test
  void theLogNamesLevelAndDigests() {
    Application pending = submit(ministry.card.sign(asked.statement()));
    String number = Ministry.number(pending).value();
    assertThat(LoggedActs.of(core, "state_after", number))
        .singleElement()
        .asString()
        .startsWith("PENDING signed CMS, document " + asked.documentDigest() + ", signature ");
  }

  @Test
  void refusesAnIncompleteDraft() {
    Application empty = ministry.draft(ApplicationContent.NONE);
    refuses(ErrorCode.VALUE_INVALID, () -> ministry.prepare(empty));
  }

  @Test
  void refusesAnotherCardOfTheSameAgency() {
    DemoCard other = ministry.register(Ministry.ADMINISTRATOR);
    refuses(ErrorCode.SIGNER_DIFFERS, () -> submit(other.sign(asked.statement())));
  }

  @Test
  void refusesTheRequestOfAnotherCard() {
    Applicant other = ministry.applicant(ministry.register(Ministry.ADMINISTRATOR));
    refuses(
        ErrorCode.SIGNING_EXPIRED,
        () -> applications.submit(asked.nonce(), ministry.signed(asked), other));
  }

  @Test
  void refusesAnUnknownNonce() {
    refuses(
        ErrorCode.SIGNING_EXPIRED,
        () -> applications.submit("0".repeat(64), ministry.signed(asked), ministry.applicant));
  }

  @Test
  void refusesASignatureForAnotherNonce() {
    SigningRequest again = ministry.prepare(draft);
    refuses(ErrorCode.SIGNED_CONTENT_WRONG, () -> submit(ministry.card.sign(again.statement())));
    refuses(
        ErrorCode.SIGNED_CONTENT_WRONG, () -> submit(ministry.card.sign(again.statement(), false)));
  }

  @Test
  void refusesAnotherTextBesideTheSignature() throws Exception {
    CMSSignedData good = new CMSSignedData(ministry.card.sign(asked.statement()));
    byte[] other = asked.statement().clone();
    other[0] ^= 1;
    CMSSignedData swapped =
        new CMSSignedData(new CMSProcessableByteArray(other), good.toASN1Structure());
    CMSSignedData attached =
        CMSSignedData.replaceSigners(
            new CMSSignedData(ministry.card.sign(other)), good.getSignerInfos());
    assertThat(swapped.getSignedContent().getContent()).isEqualTo(other);
    refuses(ErrorCode.SIGNED_CONTENT_WRONG, () -> submit(attached.getEncoded()));
  }

  @Test
  void refusesABrokenSignature() {
    byte[] cms = ministry.card.sign(asked.statement());
    // The last bytes are the signature's.
    cms[cms.length - 1] ^= 1;
    refuses(ErrorCode.SIGNATURE_INVALID, () -> submit(cms));
  }

  @Test
  void refusesSha1() {
    refuses(
        ErrorCode.ALGORITHM_FORBIDDEN,
        () -> submit(ministry.card.sign(asked.statement(), true, "SHA1withRSA")));
  }

  @Test
  void refusesWhatIsNoSignature() {
    refuses(ErrorCode.SIGNATURE_STRUCTURE, () -> submit(asked.statement()));
    refuses(ErrorCode.SIGNATURE_STRUCTURE, () -> submit(new byte[0]));
    refuses(ErrorCode.SIGNATURE_STRUCTURE, () -> submit(new byte[CmsSignature.LONGEST + 1]));
  }

  @Test
  void refusesWhatIsNestedWithoutEnd() {
    byte[] deep = new byte[200_000];
    for (int i = 0; i < deep.length; i += 2) {
      deep[i] = 0x30;
      deep[i + 1] = (byte) 0x80;
    }
    refuses(ErrorCode.SIGNATURE_STRUCTURE, () -> submit(deep));
  }

  @Test
  void refusesWhatStandsBehindTheSignature() {
    byte[] cms = ministry.card.sign(asked.statement());
    refuses(ErrorCode.SIGNATURE_STRUCTURE, () -> submit(Arrays.copyOf(cms, cms.length + 1)));
  }

  @Test
  void refusesTwoSignersAndNone() throws Exception {
    refuses(ErrorCode.SIGNATURE_STRUCTURE, () -> submit(signedBy(2)));
    refuses(ErrorCode.SIGNATURE_STRUCTURE, () -> submit(signedBy(0)));
  }

  @Test
  void refusesADraftThatChangedAfterIt() {
    applications.save(draft.id(), draft.version(), ministry.content(), ministry.applicant);
    refuses(ErrorCode.CHANGED_MEANWHILE, () -> submit(ministry.card.sign(asked.statement())));
  }

  @Test
  void refusesToPrepareAVersionThatIsGone() {
    applications.save(draft.id(), draft.version(), ministry.content(), ministry.applicant);
    refuses(ErrorCode.CHANGED_MEANWHILE, () -> ministry.prepare(draft));
  }

  @Test
  void refusesWhenTheDocumentIsNotTheOneThatWasShown() {
    jdbc()
        .update(
            "UPDATE application_signing SET document_digest = ? WHERE nonce = ?",
            "0".repeat(64),
            asked.nonce());
    refuses(ErrorCode.CHANGED_MEANWHILE, () -> submit(ministry.card.sign(asked.statement())));
  }

  @Test
  void refusesACardThatWasTakenBackAfterTheLogin() {
    core.getBean(Agencies.class)
        .withdrawCertificate(ministry.applicant.thumbprint(), "遺失", Ministry.ADMINISTRATOR);
    refuses(ErrorCode.CERTIFICATE_NOT_REGISTERED, () -> ministry.prepare(draft));
    refuses(
        ErrorCode.CERTIFICATE_NOT_REGISTERED, () -> submit(ministry.card.sign(asked.statement())));
  }

  @Test
  void refusesASuspendedAgency() {
    core.getBean(Agencies.class).suspend(ministry.agency.code(), "測試", Ministry.ADMINISTRATOR);
    refuses(ErrorCode.AGENCY_SUSPENDED, () -> ministry.prepare(draft));
    refuses(ErrorCode.AGENCY_SUSPENDED, () -> submit(ministry.card.sign(asked.statement())));
  }

  @Test
  void tellsTheNumberToWhoSubmitsTwice() {
    Application pending = submit(ministry.card.sign(asked.statement()));
    HubException twice = refusal(() -> submit(ministry.card.sign(asked.statement())));
    assertThat(twice.code()).isEqualTo(ErrorCode.ALREADY_SUBMITTED);
    assertThat(twice.told()).containsExactly(Ministry.number(pending).value());
  }

  @Test
  void tellsTheNumberInTheOtherTab() {
    SigningRequest tab = ministry.prepare(draft);
    Application pending = submit(ministry.card.sign(asked.statement()));
    HubException second =
        refusal(() -> applications.submit(tab.nonce(), ministry.signed(tab), ministry.applicant));
    assertThat(second.code()).isEqualTo(ErrorCode.ALREADY_SUBMITTED);
    assertThat(second.told()).containsExactly(Ministry.number(pending).value());
  }

  @Test
  void submitsOnceHoweverManyComeAtOnce() throws Exception {
    List<SigningRequest> tabs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      tabs.add(ministry.prepare(draft));
    }
    List<Callable<Object>> all = new ArrayList<>();
    for (SigningRequest tab : tabs) {
      CardSignature signed = ministry.signed(tab);
      Callable<Object> once =
          () -> {
            try {
              return applications.submit(tab.nonce(), signed, ministry.applicant);
            } catch (HubException e) {
              return e;
            }
          };
      all.add(once);
      all.add(once);
    }
    ExecutorService pool = Executors.newFixedThreadPool(all.size());
    try {
      List<Application> done = new ArrayList<>();
      List<HubException> refused = new ArrayList<>();
      for (Future<Object> each : pool.invokeAll(all)) {
        if (each.get() instanceof Application application) {
          done.add(application);
        } else {
          refused.add((HubException) each.get());
        }
      }
      assertThat(done).hasSize(1);
      String number = Ministry.number(done.get(0)).value();
      assertThat(refused)
          .hasSize(7)
          .allSatisfy(
              each -> {
                assertThat(each.code()).isEqualTo(ErrorCode.ALREADY_SUBMITTED);
                assertThat(each.told()).containsExactly(number);
              });
      assertThat(applications.search(ApplicationSearch.all(ministry.agency.id(), 1, 9)).total())
          .isEqualTo(1);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void refusesAHandshakeUnlessASettingAllowsIt() {
    refuses(
        ErrorCode.HANDSHAKE_NOT_ALLOWED,
        () ->
            applications.submit(
                asked.nonce(), new Handshake(ministry.card.chain()), ministry.applicant));
  }

  private JdbcTemplate jdbc() {
    return new JdbcTemplate(core.getBean("hubDataSource", DataSource.class));
  }

  private Application submit(byte[] cms) {
    return applications.submit(asked.nonce(), new Cms(cms), ministry.applicant);
  }

  private byte[] signedBy(int signers) throws Exception {
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    SignerInfoGenerator signer =
        new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
            .build(
                new JcaContentSignerBuilder("SHA256withRSA").build(ministry.card.key()),
                ministry.card.certificate());
    for (int i = 0; i < signers; i++) {
      generator.addSignerInfoGenerator(signer);
    }
    generator.addCertificates(new JcaCertStore(ministry.card.chain()));
    return generator
        .generate(new CMSProcessableByteArray(CMSObjectIdentifiers.data, asked.statement()), true)
        .getEncoded();
  }

  private static HubException refusal(ThrowingCallable call) {
    return catchThrowableOfType(HubException.class, call);
  }

  private static void refuses(ErrorCode code, ThrowingCallable call) {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(call)
        .returns(code, HubException::code);
  }
}
