package tw.gov.mocs.hub.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.catalogue.ServiceDrafts;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.trust.CertificateUse;

/** Drafts belong to the card that made them. */
@OnEveryDatabase
class DraftsTest {

  private static final Attachment FILE = new Attachment(7, "條件𠮷.odt", "0a".repeat(32), 12_345);

  private final ApplicationContext core;
  private final Ministry ministry;
  private final Applications applications;

  DraftsTest(TestDatabase database) {
    core = TestCore.shared(database);
    ministry = new Ministry(core);
    applications = ministry.applications;
  }

  @Test
  void keepsWhoBeganItAndWhatHeAgreedTo() {
    Application draft = ministry.draft();
    assertThat(draft.consent())
        .returns(ministry.applicant.thumbprint(), Consent::thumbprint)
        .returns(ministry.agency.code().value(), Consent::holder)
        .returns("102.12", Consent::termsVersion);
    assertThat(applications.draft(draft.id(), ministry.applicant)).isEqualTo(draft);
  }

  @Test
  void keepsAttachmentsInTheirOrder() {
    Attachment second = new Attachment(3, "b.pdf", "0b".repeat(32), 1);
    Application draft = ministry.draft(file(List.of(FILE, second)));
    assertThat(draft.content().attachments()).containsExactly(FILE, second);
    Application fewer =
        applications.save(draft.id(), draft.version(), file(List.of(second)), ministry.applicant);
    assertThat(fewer.content().attachments()).containsExactly(second);
  }

  @Test
  void refusesTooManyAttachments() {
    List<Attachment> six =
        LongStream.range(0, 6).mapToObj(id -> new Attachment(id, "a", "0b".repeat(32), 1)).toList();
    refuses(ErrorCode.VALUE_INVALID, () -> ministry.draft(file(six)));
  }

  @Test
  void refusesADraftWithoutAgreeing() {
    refuses(
        ErrorCode.VALUE_INVALID,
        () -> applications.begin(ApplicationContent.NONE, " ", ministry.applicant));
  }

  @Test
  void listsTheNewestFirst() {
    Application first = ministry.draft(ApplicationContent.NONE);
    Application second = ministry.draft();
    assertThat(applications.drafts(ministry.applicant))
        .extracting(Draft::id, Draft::step)
        .containsExactly(
            tuple(second.id(), WizardStep.CONFIRMATION), tuple(first.id(), WizardStep.AGENCY));
    applications.save(first.id(), first.version(), ministry.content(), ministry.applicant);
    assertThat(applications.drafts(ministry.applicant))
        .extracting(Draft::id)
        .containsExactly(first.id(), second.id());
  }

  @Test
  void showsNobodyElseADraft() {
    Application draft = ministry.draft();
    Applicant colleague = ministry.applicant(ministry.register(Ministry.ADMINISTRATOR));
    Applicant stranger = new Ministry(core).applicant;
    for (Applicant other : List.of(colleague, stranger)) {
      assertThat(applications.drafts(other)).isEmpty();
      HubException unknown = refusal(() -> applications.draft(Long.MAX_VALUE, other));
      HubException foreign = refusal(() -> applications.draft(draft.id(), other));
      assertThat(foreign.code()).isEqualTo(ErrorCode.NOT_FOUND).isEqualTo(unknown.code());
      assertThat(foreign.told()).containsExactly("草稿").isEqualTo(unknown.told());
      refuses(
          ErrorCode.NOT_FOUND,
          () -> applications.save(draft.id(), draft.version(), ministry.content(), other));
      refuses(ErrorCode.NOT_FOUND, () -> applications.discard(draft.id(), draft.version(), other));
      refuses(ErrorCode.NOT_FOUND, () -> applications.prepare(draft.id(), draft.version(), other));
    }
  }

  @Test
  void discardsADraftThatWasToBeSigned() {
    Application draft = ministry.draft(file(List.of(FILE)));
    ministry.prepare(draft);
    applications.discard(draft.id(), draft.version(), ministry.applicant);
    refuses(ErrorCode.NOT_FOUND, () -> applications.get(draft.id()));
  }

  @Test
  void discardsOnlyTheVersionThatWasSeen() {
    Application draft = ministry.draft();
    applications.save(draft.id(), draft.version(), ministry.content(), ministry.applicant);
    refuses(
        ErrorCode.CHANGED_MEANWHILE,
        () -> applications.discard(draft.id(), draft.version(), ministry.applicant));
  }

  @Test
  void deletesOldDraftsThatNobodyWentOnWith() {
    Application old = ministry.draft(file(List.of(FILE)));
    ministry.prepare(old);
    Application young = ministry.draft();
    Application pending = ministry.pending();
    age(91, old.id(), pending.id());
    age(89, young.id());
    core.getBean(DraftExpiry.class).expire();
    refuses(ErrorCode.NOT_FOUND, () -> applications.get(old.id()));
    assertThat(applications.get(young.id()).id()).isEqualTo(young.id());
    assertThat(applications.get(pending.id()).id()).isEqualTo(pending.id());
  }

  @Test
  void deletesOldDraftsOfServicesToo() {
    ServiceDrafts services = core.getBean(ServiceDrafts.class);
    String old = UUID.randomUUID().toString();
    String young = UUID.randomUUID().toString();
    for (String key : List.of(old, young)) {
      ServiceDrafts.Content content = new ServiceDrafts.Content("", "", "TA", 0, "table=TA");
      services.save(key, 0, content, Actor.operator("one"));
    }
    new JdbcTemplate(core.getBean("hubDataSource", DataSource.class))
        .update(
            "UPDATE service_draft SET saved_at = ? WHERE draft_key = ?",
            Timestamp.from(Instant.now().minus(Duration.ofDays(91))),
            old);
    core.getBean(DraftExpiry.class).expire();
    assertThat(services.find(old)).isEmpty();
    assertThat(services.find(young)).isPresent();
  }

  private void age(int days, long... ids) {
    Timestamp at = Timestamp.from(Instant.now().minus(Duration.ofDays(days)));
    for (long id : ids) {
      new JdbcTemplate(core.getBean("hubDataSource", DataSource.class))
          .update("UPDATE application SET changed_at = ? WHERE id = ?", at, id);
    }
  }

  @Test
  void submittedOnesAreNoDraftsAnyMore() {
    Application pending = ministry.pending();
    assertThat(applications.drafts(ministry.applicant)).isEmpty();
    refuses(ErrorCode.NOT_FOUND, () -> applications.draft(pending.id(), ministry.applicant));
  }

  @Test
  void refusesACardThatIsNotForLogin() {
    Applicant machine =
        ministry.applicant(ministry.register(Ministry.ADMINISTRATOR, CertificateUse.CALL));
    refuses(
        ErrorCode.CERTIFICATE_USE_WRONG,
        () -> applications.begin(ApplicationContent.NONE, "102.12", machine));
  }

  @Test
  void refusesMoreDraftsThanACardMayHave() {
    for (int i = 0; i < ContentLimits.DRAFTS; i++) {
      ministry.draft(ApplicationContent.NONE);
    }
    refuses(ErrorCode.STATE_CONFLICT, () -> ministry.draft(ApplicationContent.NONE));
  }

  @Test
  void copiesASubmittedOne() {
    Application pending = ministry.pending();
    Application copy =
        applications.copyAsDraft(key(), Ministry.number(pending), "114.1", ministry.applicant);
    assertThat(copy.status()).isEqualTo(ApplicationStatus.DRAFT);
    assertThat(copy.content()).isEqualTo(pending.content());
    assertThat(copy.number()).isEmpty();
    assertThat(copy.consent()).returns("114.1", Consent::termsVersion);
  }

  @Test
  void aCopyLeavesOutAPeriodThatHasPassed() {
    Application pending = ministry.pending();
    new JdbcTemplate(core.getBean("hubDataSource", DataSource.class))
        .update(
            "UPDATE application SET period_from = ?, period_to = ? WHERE id = ?",
            Date.valueOf(RocDate.dayOf(Instant.now()).minusDays(9)),
            Date.valueOf(RocDate.dayOf(Instant.now()).minusDays(1)),
            pending.id());
    Application copy =
        applications.copyAsDraft(key(), Ministry.number(pending), "102.12", ministry.applicant);
    assertThat(copy.content().period()).isNull();
    assertThat(applications.progress(copy).step()).isEqualTo(WizardStep.AGENCY);
  }

  @Test
  void nobodyCopiesAnotherAgencysApplication() {
    Application pending = ministry.pending();
    Applicant stranger = new Ministry(core).applicant;
    refuses(
        ErrorCode.NOT_FOUND,
        () -> applications.copyAsDraft(key(), Ministry.number(pending), "102.12", stranger));
  }

  @Test
  void makesOneDraftOfOneForm() {
    String form = key();
    Application first = applications.beginOnce(form, "102.12", ministry.applicant);
    assertThat(applications.beginOnce(form, "102.12", ministry.applicant)).isEqualTo(first);
    assertThat(applications.drafts(ministry.applicant)).hasSize(1);
    assertThat(applications.beginOnce(key(), "102.12", ministry.applicant).id())
        .isNotEqualTo(first.id());
  }

  @Test
  void makesOneCopyByOneForm() {
    ApplicationNumber original = Ministry.number(ministry.pending());
    String form = key();
    Application copy = applications.copyAsDraft(form, original, "102.12", ministry.applicant);
    assertThat(applications.copyAsDraft(form, original, "102.12", ministry.applicant))
        .isEqualTo(copy);
    assertThat(applications.drafts(ministry.applicant)).hasSize(1);
  }

  @Test
  void makesOneDraftOfAFormThatIsSentSeveralTimesAtOnce() {
    String form = key();
    List<CompletableFuture<Long>> clicks =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () -> applications.beginOnce(form, "102.12", ministry.applicant).id()))
            .limit(6)
            .toList();
    assertThat(clicks.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    assertThat(applications.drafts(ministry.applicant)).hasSize(1);
  }

  @Test
  void takesNoFormOfAnotherCard() {
    String form = key();
    applications.beginOnce(form, "102.12", ministry.applicant);
    Applicant stranger = new Ministry(core).applicant;
    refuses(ErrorCode.VALUE_INVALID, () -> applications.beginOnce(form, "102.12", stranger));
    refuses(ErrorCode.VALUE_INVALID, () -> applications.beginOnce("x", "102.12", stranger));
  }

  private static String key() {
    return Applications.newFormKey();
  }

  private static ApplicationContent file(List<Attachment> attachments) {
    return new ApplicationContent(
        "王小明",
        "0282366666",
        "someone@example.gov.tw",
        new ServicePeriod(RocDate.dayOf(Instant.now()), RocDate.dayOf(Instant.now()).plusDays(9)),
        "人事資料比對",
        "公務人員任用法",
        "人事管理（002）",
        ConnectingSystem.NONE,
        Set.of(Audience.AGENCY_INTERNAL),
        DeliveryMethod.ONE_TIME_FILE,
        "現職人員",
        attachments,
        List.of());
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
