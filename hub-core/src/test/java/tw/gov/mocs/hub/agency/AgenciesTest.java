package tw.gov.mocs.hub.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.CertificateUse;

/** Agencies and their certificates, on every database. */
@OnEveryDatabase
class AgenciesTest {

  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final Actor ADMIN = Actor.operator("admin");
  private static final Set<CertificateUse> CALL = Set.of(CertificateUse.CALL);

  private final Agencies agencies;
  private final int run = NEXT.incrementAndGet();
  private final AgencyCode code = new AgencyCode("T%06d".formatted(run));
  private final String oid = "2.25.99." + run;

  AgenciesTest(TestDatabase database) {
    ApplicationContext core = TestCore.shared(database);
    agencies = core.getBean(Agencies.class);
  }

  @Test
  void findsARegisteredAgencyAtOnce() {
    Agency agency = registered();
    assertThat(agencies.find(code)).contains(agency);
    assertThat(agencies.get(agency.id())).isEqualTo(agency);
    assertThat(agencies.list()).contains(agency);
  }

  @Test
  void refusesACodeThatIsTaken() {
    registered();
    refuses(ErrorCode.ALREADY_EXISTS, () -> agencies.register(code, "另一機關", null, null, ADMIN));
  }

  @Test
  void suspendsAndResumes() {
    registered();
    agencies.suspend(code, "test", ADMIN);
    assertThat(agencies.find(code)).get().returns(true, Agency::suspended);
    agencies.resume(code, "test", ADMIN);
    assertThat(agencies.find(code)).get().returns(false, Agency::suspended);
  }

  @Test
  void refusesToSuspendTwice() {
    registered();
    agencies.suspend(code, "test", ADMIN);
    refuses(ErrorCode.STATE_CONFLICT, () -> agencies.suspend(code, "again", ADMIN));
  }

  @Test
  void findsACertificateByEveryNameASignatureMayGive() throws Exception {
    registered();
    X509Certificate certificate = AgencyTestCertificates.good();
    RegisteredCertificate registered = agencies.registerCertificate(code, certificate, CALL, ADMIN);
    SubjectKeyIdentifier identifier =
        new JcaX509ExtensionUtils().createSubjectKeyIdentifier(certificate.getPublicKey());
    assertThat(agencies.findCertificate(certificate)).contains(registered);
    assertThat(
            agencies.findCertificate(
                certificate.getIssuerX500Principal(), certificate.getSerialNumber()))
        .contains(registered);
    assertThat(agencies.findBySubjectKeyIdentifier(identifier.getKeyIdentifier()))
        .contains(registered);
    assertThat(
            agencies.findByThumbprintSha1(
                MessageDigest.getInstance("SHA-1").digest(certificate.getEncoded())))
        .contains(registered);
  }

  @Test
  void computesTheKeyIdentifierThatACertificateLacks() throws Exception {
    registered();
    X509Certificate certificate =
        AgencyTestCertificates.ISSUER.issue(
            AgencyTestCertificates.request(-1, 9).withoutKeyIdentifiers());
    RegisteredCertificate registered = agencies.registerCertificate(code, certificate, CALL, ADMIN);
    byte[] computed =
        new JcaX509ExtensionUtils()
            .createSubjectKeyIdentifier(certificate.getPublicKey())
            .getKeyIdentifier();
    assertThat(agencies.findBySubjectKeyIdentifier(computed)).contains(registered);
  }

  @Test
  void refusesACertificateThatIsRegisteredAlready() {
    registered();
    X509Certificate certificate = AgencyTestCertificates.good();
    agencies.registerCertificate(code, certificate, CALL, ADMIN);
    refuses(
        ErrorCode.ALREADY_EXISTS,
        () -> agencies.registerCertificate(code, certificate, CALL, ADMIN));
  }

  @Test
  void refusesAnExpiredCertificate() {
    registered();
    refuses(
        ErrorCode.CERTIFICATE_NOT_IN_FORCE,
        () -> agencies.registerCertificate(code, AgencyTestCertificates.expired(), CALL, ADMIN));
  }

  @Test
  void refusesAnAuthoritysCertificate() {
    registered();
    refuses(
        ErrorCode.CERTIFICATE_USE_WRONG,
        () ->
            agencies.registerCertificate(
                code, AgencyTestCertificates.ISSUER.certificate(), CALL, ADMIN));
  }

  @Test
  void refusesACertificateOfAnotherAgencyAndNamesBoth() {
    registered();
    X509Certificate of = AgencyTestCertificates.ofAgency("2.25.98.1");
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> agencies.registerCertificate(code, of, CALL, ADMIN))
        .satisfies(
            refusal ->
                assertThat(refusal.sentence(Locale.ENGLISH))
                    .isEqualTo(
                        "The value of certificate is not acceptable: the agency OID 2.25.98.1 in"
                            + " it is not that of %s, OID %s (HUB-7003)",
                        code, oid));
  }

  @Test
  void keepsTheCardNumber() {
    registered();
    RegisteredCertificate registered =
        agencies.registerCertificate(code, AgencyTestCertificates.ofAgency(oid), CALL, ADMIN);
    assertThat(registered.cardNumber()).startsWith("CARD");
  }

  @Test
  void refusesACertificateWithoutUse() {
    registered();
    refuses(
        ErrorCode.VALUE_INVALID,
        () -> agencies.registerCertificate(code, AgencyTestCertificates.good(), Set.of(), ADMIN));
  }

  @Test
  void forgetsAWithdrawnCertificateAtOnceAndForGood() {
    registered();
    X509Certificate certificate = AgencyTestCertificates.good();
    RegisteredCertificate registered = agencies.registerCertificate(code, certificate, CALL, ADMIN);
    agencies.withdrawCertificate(registered.thumbprint(), "test", ADMIN);
    assertThat(agencies.findCertificate(certificate)).isEmpty();
    refuses(
        ErrorCode.ALREADY_EXISTS,
        () -> agencies.registerCertificate(code, certificate, CALL, ADMIN));
  }

  @Test
  void holdsOldAndNewCertificatesAtOnce() {
    Agency agency = registered();
    agencies.registerCertificate(code, AgencyTestCertificates.good(), CALL, ADMIN);
    agencies.registerCertificate(code, AgencyTestCertificates.good(), CALL, ADMIN);
    assertThat(agencies.certificatesOf(agency.id())).hasSize(2);
  }

  @Test
  void knowsWhoConfirmed() {
    Agency agency = registered();
    agencies.registerCertificate(code, AgencyTestCertificates.good(), CALL, ADMIN);
    assertThat(agencies.hasConfirmedCertificates(agency.id(), ADMIN)).isTrue();
    assertThat(agencies.hasConfirmedCertificates(agency.id(), Actor.HUB)).isFalse();
  }

  private Agency registered() {
    return agencies.register(code, "測試機關", "Test agency", oid, ADMIN);
  }

  private static void refuses(ErrorCode code, ThrowingCallable act) {
    assertThatExceptionOfType(HubException.class).isThrownBy(act).returns(code, HubException::code);
  }
}
