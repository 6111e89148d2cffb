package tw.gov.mocs.hub.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.agency.AccountControl;
import tw.gov.mocs.hub.agency.Role;
import tw.gov.mocs.hub.application.Ministry;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.LoggedActs;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.demo.CertificateAuthority;
import tw.gov.mocs.hub.demo.CertificateRequest;
import tw.gov.mocs.hub.demo.KeyPairs;
import tw.gov.mocs.hub.incident.IncidentNote.Kind;
import tw.gov.mocs.hub.notice.Notice;
import tw.gov.mocs.hub.notice.NoticeKind;
import tw.gov.mocs.hub.notice.NoticeSearch;
import tw.gov.mocs.hub.notice.Notices;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** 指派 and 內部註記, on every database. */
@OnEveryDatabase
class IncidentDeskTest {

  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final Actor ADMINISTRATOR = new Actor("admin", null, null);
  private static final Actor SECOND = new Actor("admin-2", null, null);

  private final ApplicationContext core;
  private final Incidents incidents;
  private final IncidentDesk desk;
  private final Ministry mine;
  private final Incident reported;

  IncidentDeskTest(TestDatabase database) {
    core = TestCore.shared(database);
    incidents = core.getBean(Incidents.class);
    desk = core.getBean(IncidentDesk.class);
    mine = new Ministry(core);
    reported =
        incidents.report(
            mine.agency.id(), Incidents.newFormKey(), Reports.small(), mine.applicant.actor());
  }

  @Test
  void keepsWhoHasItInHandAndWhatWasNoted() {
    String somebody = administrator(null);
    DeskView assigned = desk.assign(reported.number(), 0, somebody, " 請查明 ", ADMINISTRATOR);
    DeskView noted = desk.note(reported.number(), assigned.version(), "資料庫逾時", SECOND);
    assertThat(noted).returns(2, DeskView::version).returns(somebody, DeskView::assignee);
    assertThat(noted.notes())
        .extracting(IncidentNote::kind, IncidentNote::by, IncidentNote::said)
        .containsExactly(
            Tuple.tuple(Kind.ASSIGNED, "admin", "請查明"),
            Tuple.tuple(Kind.NOTED, "admin-2", "資料庫逾時"));
    assertThat(desk.assign(reported.number(), 2, null, "", ADMINISTRATOR).assignee()).isNull();
  }

  @Test
  void changesNothingThatTheAgencySees() {
    desk.note(reported.number(), 0, "內部的話", ADMINISTRATOR);
    desk.assign(reported.number(), 1, administrator(null), "", ADMINISTRATOR);
    assertThat(incidents.get(mine.agency.id(), reported.number())).isEqualTo(reported);
    IncidentLine line =
        incidents.search(IncidentSearch.all(mine.agency.id(), 1, 10)).items().get(0);
    assertThat(line.changedAt()).isEqualTo(line.reportedAt());
    // Nor does a remark of the agency stand in the way of a note.
    incidents.add(mine.agency.id(), reported.number(), 1, "補充", mine.applicant.actor());
    assertThat(desk.note(reported.number(), 2, "再註記", SECOND).version()).isEqualTo(3);
  }

  @Test
  void refusesToChangeWhatAnotherAdministratorHasChanged() {
    desk.note(reported.number(), 0, "第一位", ADMINISTRATOR);
    refuses(ErrorCode.CHANGED_MEANWHILE, () -> desk.note(reported.number(), 0, "第二位", SECOND));
    String somebody = administrator(null);
    refuses(
        ErrorCode.CHANGED_MEANWHILE, () -> desk.assign(reported.number(), 0, somebody, "", SECOND));
    assertThat(desk.look(reported.number()).has(Kind.NOTED, null, "第一位", 0)).isTrue();
    assertThat(desk.look(reported.number()).has(Kind.NOTED, null, "第二位", 0)).isFalse();
    assertThat(desk.look(reported.number()).has(Kind.NOTED, null, "第一位", 1)).isFalse();
  }

  @Test
  void isGivenOnlyToAnAdministratorWhoCanLogIn() {
    String reviewer = account(Role.REVIEWER, null);
    String disabled = administrator(null);
    core.getBean(AccountControl.class).disable(disabled, 1, "離職", ADMINISTRATOR);
    for (String nobody : List.of("no-such-account", reviewer, disabled)) {
      refuses(
          ErrorCode.VALUE_INVALID,
          () -> desk.assign(reported.number(), 0, nobody, "", ADMINISTRATOR));
    }
    refuses(
        ErrorCode.STATE_CONFLICT, () -> desk.assign(reported.number(), 0, null, "", ADMINISTRATOR));
    String somebody = administrator(null);
    incidents.close(reported.number(), 1, "已修復", ADMINISTRATOR);
    refuses(
        ErrorCode.STATE_CONFLICT,
        () -> desk.assign(reported.number(), 0, somebody, "", ADMINISTRATOR));
    assertThat(desk.note(reported.number(), 0, "結案後的註記", ADMINISTRATOR).version()).isEqualTo(1);
  }

  @Test
  void tellsWhoseCardNamesAnAddressAndNobodyElse() {
    String withAddress = administrator("clerk@mocs.gov.tw");
    desk.assign(reported.number(), 0, withAddress, "不在信中的話", ADMINISTRATOR);
    desk.assign(reported.number(), 1, administrator(null), "", ADMINISTRATOR);
    desk.assign(reported.number(), 2, withAddress, "", new Actor(withAddress, null, null));
    List<Notice> told =
        core.getBean(Notices.class)
            .search(
                new NoticeSearch(
                    Set.of(),
                    Set.of(NoticeKind.INCIDENT_ASSIGNED),
                    reported.number().value(),
                    1,
                    10))
            .items();
    assertThat(told).singleElement().returns("clerk@mocs.gov.tw", Notice::recipient);
    assertThat(told.get(0).text()).contains(reported.number().value()).doesNotContain("不在信中");
  }

  @Test
  void logsWhoBeforeAndAfterWithoutWhatWasNoted() {
    String somebody = administrator(null);
    desk.assign(reported.number(), 0, somebody, "秘密", ADMINISTRATOR);
    desk.note(reported.number(), 1, "秘密", ADMINISTRATOR);
    desk.assign(reported.number(), 2, null, "秘密", ADMINISTRATOR);
    String subject = "incident " + reported.number();
    assertThat(LoggedActs.of(core, subject))
        .containsExactlyInAnyOrder(
            "INCIDENT_REPORTED", "INCIDENT_ASSIGNED", "INCIDENT_NOTED", "INCIDENT_ASSIGNED");
    assertThat(LoggedActs.of(core, "state_after", subject))
        .containsExactlyInAnyOrder("IN_PROGRESS", somebody, "2 notes", null);
    assertThat(LoggedActs.of(core, "state_before", subject))
        .containsExactlyInAnyOrder(null, null, "1 notes", somebody);
    assertThat(LoggedActs.of(core, "reason", subject)).containsOnlyNulls();
  }

  @Test
  void isFoundByWhoHasItInHand() {
    String somebody = administrator(null);
    assertThat(found("", null)).containsExactly(reported.number());
    desk.assign(reported.number(), 0, somebody, "", ADMINISTRATOR);
    assertThat(found("", null)).isEmpty();
    assertThat(found(somebody, null)).containsExactly(reported.number());
    assertThat(found("another", null)).isEmpty();
  }

  @Test
  void isFoundByItsWordsButNotByNotes() {
    incidents.answer(reported.number(), 1, "重新啟動 Gateway 後恢復", ADMINISTRATOR);
    desk.note(reported.number(), 0, "不得被找到", ADMINISTRATOR);
    for (String word :
        List.of(
            reported.number().value(),
            "小明",
            mine.agency.code().value().toLowerCase(Locale.ROOT),
            mine.agency.name(),
            "法登",
            "gateway")) {
      assertThat(found(null, word)).as(word).containsExactly(reported.number());
    }
    for (String word : List.of("不得被找到", "%", "_", "100!")) {
      assertThat(found(null, word)).as(word).isEmpty();
    }
  }

  private List<IncidentNumber> found(@Nullable String assignee, @Nullable String text) {
    return incidents
        .search(
            new IncidentSearch(
                mine.agency.id(),
                null,
                null,
                null,
                Set.of(),
                null,
                text,
                assignee,
                IncidentSearch.Sort.ASSIGNEE,
                false,
                1,
                10))
        .items()
        .stream()
        .map(IncidentLine::number)
        .toList();
  }

  private String administrator(@Nullable String mail) {
    return account(Role.ADMINISTRATOR, mail);
  }

  private String account(Role role, @Nullable String mail) {
    String name = "desk-" + NEXT.incrementAndGet();
    AccountControl accounts = core.getBean(AccountControl.class);
    accounts
        .create(name, "承辦人", role, null, card(mail), "業務需要", ADMINISTRATOR)
        .ifPresent(proposal -> accounts.confirm(proposal.id(), SECOND));
    return name;
  }

  private static X509Certificate card(@Nullable String mail) {
    Instant now = Instant.now();
    KeyPair keys = KeyPairs.ec("secp256r1");
    CertificateAuthority authority =
        CertificateAuthority.root(
            "CN=Cards", keys, now.minusSeconds(60), now.plus(Duration.ofDays(9)));
    CertificateRequest request =
        CertificateRequest.of("CN=承辦人", keys.getPublic(), now, now.plus(Duration.ofDays(8)))
            .keyUsage(KeyUsage.digitalSignature);
    return authority.issue(
        mail == null
            ? request
            : request.with(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.rfc822Name, mail))));
  }

  private static void refuses(ErrorCode code, ThrowingCallable work) {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(work)
        .returns(code, HubException::code);
  }
}
