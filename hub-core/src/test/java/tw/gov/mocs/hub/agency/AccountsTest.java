package tw.gov.mocs.hub.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.trust.Certificates;

/** Accounts and their roles, on every database. */
@OnEveryDatabase
class AccountsTest {

  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final Actor OPERATOR = Actor.operator("test");

  private final TestDatabase database;
  private final Accounts accounts;
  private final Agencies agencies;
  private final String name = "account-" + NEXT.incrementAndGet();
  private final X509Certificate card = AgencyTestCertificates.good();

  AccountsTest(TestDatabase database) {
    this.database = database;
    ApplicationContext core = TestCore.shared(database);
    accounts = core.getBean(Accounts.class);
    agencies = core.getBean(Agencies.class);
  }

  @Test
  void findsAnAccountByItsCard() {
    Account account = create(Role.REVIEWER);
    assertThat(accounts.findByCertificate(card)).contains(account);
    assertThat(accounts.list()).contains(account);
  }

  @Test
  void refusesANameThatWasEverGiven() {
    create(Role.REVIEWER);
    accounts.close(name, "test", OPERATOR);
    refuses(ErrorCode.ALREADY_EXISTS, () -> create(Role.REVIEWER));
  }

  @Test
  void refusesACardOfAnotherAccount() {
    create(Role.REVIEWER);
    refuses(
        ErrorCode.ALREADY_EXISTS,
        () -> accounts.create(name + "-2", "第二人", Role.AUDITOR, null, card, OPERATOR));
  }

  @Test
  void refusesAnAgencyUserWithoutAgency() {
    refuses(ErrorCode.VALUE_INVALID, () -> create(Role.AGENCY_USER));
  }

  @Test
  void bindsAnAgencyUserToItsAgency() {
    AgencyCode code = new AgencyCode("U%06d".formatted(NEXT.incrementAndGet()));
    Agency agency = agencies.register(code, "機關", null, null, OPERATOR);
    Account account = accounts.create(name, "承辦人", Role.AGENCY_USER, code, card, OPERATOR);
    assertThat(account.agencyId()).isEqualTo(agency.id());
  }

  @Test
  void replacesARoleAndNeverAddsOne() {
    create(Role.REVIEWER);
    assertThat(accounts.changeRole(name, Role.AUDITOR, null, OPERATOR).role())
        .isEqualTo(Role.AUDITOR);
  }

  @Test
  void refusesToMakeAReviewerAnAgencyUser() {
    create(Role.REVIEWER);
    refuses(
        ErrorCode.STATE_CONFLICT,
        () -> accounts.changeRole(name, Role.AGENCY_USER, null, OPERATOR));
  }

  @Test
  void logsInWithOldAndNewCardDuringRenewal() {
    Account account = create(Role.AUDITOR);
    X509Certificate renewed = AgencyTestCertificates.good();
    accounts.addCertificate(name, renewed, OPERATOR);
    assertThat(accounts.findByCertificate(card)).contains(account);
    assertThat(accounts.findByCertificate(renewed)).contains(account);
  }

  @Test
  void forgetsARemovedCard() {
    create(Role.AUDITOR);
    accounts.addCertificate(name, AgencyTestCertificates.good(), OPERATOR);
    accounts.removeCertificate(name, Certificates.thumbprint(card), "換發", OPERATOR);
    assertThat(accounts.findByCertificate(card)).isEmpty();
  }

  @Test
  void keepsTheLastCardOfAnAccountInUse() {
    create(Role.AUDITOR);
    refuses(
        ErrorCode.STATE_CONFLICT,
        () -> accounts.removeCertificate(name, Certificates.thumbprint(card), "遺失", OPERATOR));
    assertThat(accounts.findByCertificate(card)).isPresent();
  }

  @Test
  void removesNoCardThatIsNotBoundToTheAccount() {
    create(Role.AUDITOR);
    X509Certificate other = AgencyTestCertificates.good();
    refuses(
        ErrorCode.NOT_FOUND,
        () -> accounts.removeCertificate(name, Certificates.thumbprint(other), "遺失", OPERATOR));
  }

  @Test
  void findsNoClosedAccount() {
    create(Role.AUDITOR);
    accounts.close(name, "left", OPERATOR);
    assertThat(accounts.findByCertificate(card)).isEmpty();
    refuses(ErrorCode.NOT_FOUND, () -> accounts.get(name));
  }

  @Test
  void refusesAnExpiredCard() {
    refuses(
        ErrorCode.CERTIFICATE_NOT_IN_FORCE,
        () ->
            accounts.create(
                name, "某人", Role.AUDITOR, null, AgencyTestCertificates.expired(), OPERATOR));
  }

  @Test
  void opensTheFirstAdministratorOnlyOnceAndKeepsTheLast() {
    try (ConfigurableApplicationContext own = TestCore.start(database, Map.of())) {
      Accounts fresh = own.getBean(Accounts.class);
      fresh.createFirstAdministrator("first", "第一人", card, OPERATOR);
      X509Certificate other = AgencyTestCertificates.good();
      refuses(
          ErrorCode.STATE_CONFLICT,
          () -> fresh.createFirstAdministrator("second", "第二人", other, OPERATOR));
      refuses(ErrorCode.STATE_CONFLICT, () -> fresh.close("first", "test", OPERATOR));
    }
  }

  @Test
  void refusesTheCardOfAnAgencyForWhoeverActsForTheMinistry() {
    AgencyCode agency = agency();
    agencies.registerCertificate(agency, card, Set.of(CertificateUse.LOGIN), OPERATOR);
    refuses(ErrorCode.STATE_CONFLICT, () -> create(Role.REVIEWER));
    agencies.withdrawCertificate(Certificates.thumbprint(card), "遺失", OPERATOR);
    refuses(ErrorCode.STATE_CONFLICT, () -> create(Role.REVIEWER));
  }

  @Test
  void refusesTheCardOfTheMinistryForAnAgency() {
    create(Role.AUDITOR);
    AgencyCode agency = agency();
    refuses(
        ErrorCode.STATE_CONFLICT,
        () -> agencies.registerCertificate(agency, card, Set.of(CertificateUse.LOGIN), OPERATOR));
  }

  private AgencyCode agency() {
    AgencyCode code = new AgencyCode("C%08dZ".formatted(NEXT.incrementAndGet()));
    agencies.register(code, "某機關", null, null, OPERATOR);
    return code;
  }

  private Account create(Role role) {
    return accounts.create(name, "某人", role, null, card, OPERATOR);
  }

  private static void refuses(ErrorCode code, ThrowingCallable act) {
    assertThatExceptionOfType(HubException.class).isThrownBy(act).returns(code, HubException::code);
  }
}
