package tw.gov.mocs.hub.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.audit.ActHistory;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.Certificates;

/** 帳號管理 on every database: an administrator needs two persons, and nobody serves himself. */
@OnEveryDatabase
class AccountControlTest {

  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final Actor FIRST = new Actor("first-admin", "11".repeat(32), null);
  private static final Actor SECOND = new Actor("second-admin", "22".repeat(32), null);

  private final TestDatabase database;
  private final AccountControl control;
  private final Accounts accounts;
  private final ActHistory history;
  private final String name = "controlled-" + NEXT.incrementAndGet();
  private final X509Certificate card = AgencyTestCertificates.good();

  AccountControlTest(TestDatabase database) {
    this.database = database;
    ApplicationContext core = TestCore.shared(database);
    control = core.getBean(AccountControl.class);
    accounts = core.getBean(Accounts.class);
    history = core.getBean(ActHistory.class);
  }

  @Test
  void opensOtherAccountsAtOnce() {
    assertThat(control.create(name, "某人", Role.REVIEWER, null, card, "業務需要", FIRST)).isEmpty();
    assertThat(accounts.findByCertificate(card)).isPresent();
  }

  @Test
  void makesAnAdministratorByTwoPersons() {
    AdministratorProposal proposal = proposed();
    assertThat(accounts.findByCertificate(card)).isEmpty();
    refuses(ErrorCode.SECOND_PERSON_REQUIRED, () -> control.confirm(proposal.id(), FIRST));
    Actor sameCard = new Actor("other-name", FIRST.certificateThumbprint(), null);
    refuses(ErrorCode.SECOND_PERSON_REQUIRED, () -> control.confirm(proposal.id(), sameCard));
    control.confirm(proposal.id(), SECOND);
    assertThat(accounts.findByCertificate(card)).get().returns(Role.ADMINISTRATOR, Account::role);
    refuses(ErrorCode.STATE_CONFLICT, () -> control.confirm(proposal.id(), SECOND));
    assertThat(history.of("account " + name))
        .extracting(act -> act.action())
        .contains(AuditAction.ADMINISTRATOR_PROPOSED, AuditAction.ADMINISTRATOR_CONFIRMED);
  }

  @Test
  void letsNobodyPassTheSecondPersonByAnotherDoor() {
    refuses(
        ErrorCode.SECOND_PERSON_REQUIRED,
        () -> accounts.create(name, "某人", Role.ADMINISTRATOR, null, card, FIRST));
    reviewer();
    refuses(
        ErrorCode.SECOND_PERSON_REQUIRED,
        () -> accounts.changeRole(name, Role.ADMINISTRATOR, null, FIRST));
  }

  @Test
  void givesTheRoleByTwoPersonsAndNeverToOneself() {
    reviewer();
    long id = control.changeRole(name, 1, Role.ADMINISTRATOR, "職務調整", FIRST).orElseThrow().id();
    assertThat(accounts.get(name).role()).isEqualTo(Role.REVIEWER);
    Actor himself = new Actor(name, "33".repeat(32), null);
    refuses(ErrorCode.OWN_ACCOUNT, () -> control.confirm(id, himself));
    control.confirm(id, SECOND);
    assertThat(accounts.get(name).role()).isEqualTo(Role.ADMINISTRATOR);
    refuses(
        ErrorCode.OWN_ACCOUNT, () -> control.changeRole(name, 2, Role.AUDITOR, "自行變更", himself));
    refuses(ErrorCode.OWN_ACCOUNT, () -> control.disable(name, 2, "自行停用", himself));
  }

  @Test
  void givesAnAdministratorAnotherCardByTwoPersons() {
    control.confirm(proposed().id(), SECOND);
    X509Certificate other = AgencyTestCertificates.good();
    long id = control.addCard(name, 1, other, "換發", FIRST).orElseThrow().id();
    assertThat(accounts.findByCertificate(other)).isEmpty();
    refuses(ErrorCode.SECOND_PERSON_REQUIRED, () -> control.confirm(id, FIRST));
    control.confirm(id, SECOND);
    assertThat(accounts.findByCertificate(other)).isPresent();
  }

  @Test
  void removesACardWithAReasonAndSaysWhatIsLeft() {
    reviewer();
    X509Certificate renewed = another();
    refuses(ErrorCode.VALUE_INVALID, () -> control.removeCard(name, 1, print(card), " ", FIRST));
    control.removeCard(name, 1, print(card), "舊卡遺失", FIRST);
    assertThat(accounts.findByCertificate(card)).isEmpty();
    assertThat(accounts.findByCertificate(renewed)).isPresent();
    assertThat(history.of("account " + name))
        .filteredOn(act -> "舊卡遺失".equals(act.reason()))
        .singleElement()
        .satisfies(
            act -> {
              assertThat(act.action()).isEqualTo(AuditAction.ACCOUNT_CHANGED);
              assertThat(act.stateBefore()).contains(print(card), print(renewed));
              assertThat(act.stateAfter()).isEqualTo(print(renewed));
            });
  }

  @Test
  void letsNobodyRemoveACardOfHisOwn() {
    reviewer();
    another();
    Actor himself = new Actor(name, "33".repeat(32), null);
    refuses(ErrorCode.OWN_ACCOUNT, () -> control.removeCard(name, 1, print(card), "x", himself));
  }

  @Test
  void removesNoCardOfAnAccountThatHasChangedMeanwhile() {
    reviewer();
    another();
    control.changeRole(name, 1, Role.AUDITOR, "職務調整", FIRST);
    refuses(
        ErrorCode.CHANGED_MEANWHILE, () -> control.removeCard(name, 1, print(card), "x", FIRST));
  }

  @Test
  void removesACardOfAnAdministratorByOnePersonButNotItsLast() {
    control.confirm(proposed().id(), SECOND);
    X509Certificate other = AgencyTestCertificates.good();
    control.confirm(control.addCard(name, 1, other, "換發", FIRST).orElseThrow().id(), SECOND);
    control.removeCard(name, 1, print(card), "舊卡", FIRST);
    refuses(ErrorCode.STATE_CONFLICT, () -> control.removeCard(name, 1, print(other), "x", FIRST));
    assertThat(accounts.findByCertificate(other)).isPresent();
  }

  @Test
  void takesTheLastCardOfADisabledAccountAndEnablesItWithAnotherAlone() {
    reviewer();
    control.disable(name, 1, "離職", FIRST);
    control.removeCard(name, 2, print(card), "卡片繳回", FIRST);
    refuses(ErrorCode.STATE_CONFLICT, () -> control.enable(name, 2, "回職", FIRST));
    X509Certificate fresh = another();
    control.enable(name, 2, "回職", FIRST);
    assertThat(accounts.findByCertificate(fresh)).isPresent();
  }

  @Test
  void logsWhyACardWasAdded() {
    reviewer();
    control.addCard(name, 1, AgencyTestCertificates.good(), "換發新卡", FIRST);
    assertThat(history.of("account " + name)).extracting(act -> act.reason()).contains("換發新卡");
  }

  @Test
  void doesNotDoWhatWasDeclined() {
    AdministratorProposal proposal = proposed();
    refuses(ErrorCode.VALUE_INVALID, () -> control.decline(proposal.id(), "", SECOND));
    control.decline(proposal.id(), "無業務需要", SECOND);
    refuses(ErrorCode.STATE_CONFLICT, () -> control.confirm(proposal.id(), SECOND));
    assertThat(control.proposals()).doesNotContain(proposal);
    assertThat(proposed().status()).isEqualTo(ProposalStatus.PROPOSED);
  }

  @Test
  void logsInNoMoreWhileDisabled() {
    reviewer();
    control.disable(name, 1, "留職停薪", FIRST);
    assertThat(accounts.findByCertificate(card)).isEmpty();
    assertThat(control.get(name).disabled()).isTrue();
    refuses(ErrorCode.CHANGED_MEANWHILE, () -> control.enable(name, 1, "回職", FIRST));
    control.enable(name, 2, "回職", FIRST);
    assertThat(accounts.findByCertificate(card)).isPresent();
  }

  @Test
  void refusesAnActWithoutAReason() {
    reviewer();
    refuses(ErrorCode.VALUE_INVALID, () -> control.disable(name, 1, " ", FIRST));
    refuses(ErrorCode.VALUE_INVALID, () -> control.changeRole(name, 1, Role.AUDITOR, "", FIRST));
  }

  @Test
  void keepsTheLastAdministratorWhoCanLogIn() {
    try (ConfigurableApplicationContext own = TestCore.start(database, Map.of())) {
      AccountControl fresh = own.getBean(AccountControl.class);
      own.getBean(Accounts.class).createFirstAdministrator("first", "第一人", card, FIRST);
      refuses(ErrorCode.STATE_CONFLICT, () -> fresh.disable("first", 1, "x", SECOND));
      X509Certificate other = AgencyTestCertificates.good();
      long id =
          fresh
              .create("second", "第二人", Role.ADMINISTRATOR, null, other, "x", FIRST)
              .orElseThrow()
              .id();
      fresh.confirm(id, Actor.operator("test"));
      fresh.disable("first", 1, "x", SECOND);
      refuses(ErrorCode.STATE_CONFLICT, () -> fresh.disable("second", 1, "x", FIRST));
      refuses(ErrorCode.STATE_CONFLICT, () -> fresh.close("second", 1, "x", FIRST));
    }
  }

  private void reviewer() {
    control.create(name, "某人", Role.REVIEWER, null, card, "業務需要", FIRST);
  }

  /** One more card of the account. */
  private X509Certificate another() {
    X509Certificate other = AgencyTestCertificates.good();
    accounts.addCertificate(name, other, FIRST);
    return other;
  }

  private static String print(X509Certificate certificate) {
    return Certificates.thumbprint(certificate);
  }

  private AdministratorProposal proposed() {
    return control.create(name, "某人", Role.ADMINISTRATOR, null, card, "業務需要", FIRST).orElseThrow();
  }

  private static void refuses(ErrorCode code, ThrowingCallable act) {
    assertThatExceptionOfType(HubException.class).isThrownBy(act).returns(code, HubException::code);
  }
}
