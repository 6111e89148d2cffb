package tw.gov.mocs.hub.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static tw.gov.mocs.hub.agency.ProposalWorld.ADMINISTRATOR;
import static tw.gov.mocs.hub.agency.ProposalWorld.CALL;
import static tw.gov.mocs.hub.agency.ProposalWorld.EC;
import static tw.gov.mocs.hub.agency.ProposalWorld.RSA;
import static tw.gov.mocs.hub.agency.ProposalWorld.der;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.agency.ProposalWorld.Proposer;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.demo.CertificateRequest;
import tw.gov.mocs.hub.demo.DemoPki;
import tw.gov.mocs.hub.demo.KeyPairs;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.KeyFiles;
import tw.gov.mocs.hub.trust.CertificateUse;

/** Which certificates may be proposed and by whom: one test for each refusal. */
@OnEveryDatabase
class ProposedCertificateTest extends ProposalCase {

  ProposedCertificateTest(TestDatabase database) {
    super(database);
  }

  @Test
  void refusesWhoHasNoCardOfTheAgency() {
    Proposer other = world.agency();
    refuses(
        ErrorCode.NOT_PERMITTED,
        () -> proposals.challenge(proposer.id(), der(certificate), CALL, other.actor()));
    refuses(
        ErrorCode.NOT_PERMITTED,
        () -> proposals.challenge(proposer.id(), der(certificate), CALL, ADMINISTRATOR));
  }

  @Test
  void refusesASuspendedAgency() {
    world.agencies.suspend(proposer.agency().code(), "test", ADMINISTRATOR);
    refuses(ErrorCode.AGENCY_SUSPENDED, () -> challenge(der(certificate), CALL));
  }

  @Test
  void refusesWhatIsNoCertificate() {
    refuses(
        ErrorCode.VALUE_INVALID, () -> challenge("hello".getBytes(StandardCharsets.UTF_8), CALL));
    refuses(ErrorCode.VALUE_INVALID, () -> challenge(new byte[0], CALL));
  }

  @Test
  void refusesWhatIsTooLarge() {
    byte[] large = new byte[CertificateProposals.MAX_CERTIFICATE_BYTES + 1];
    System.arraycopy(der(certificate), 0, large, 0, der(certificate).length);
    refuses(ErrorCode.VALUE_INVALID, () -> challenge(large, CALL));
  }

  @Test
  void refusesAPrivateKeyAndSaysThatItIsLost() {
    byte[] both =
        (pem("CERTIFICATE", der(certificate)) + pem("PRIVATE KEY", RSA.getPrivate().getEncoded()))
            .getBytes(StandardCharsets.UTF_8);
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> challenge(both, CALL))
        .satisfies(why -> assertThat(why.told().get(1)).contains("私密金鑰"));
  }

  @Test
  void refusesACertificateWithoutUse() {
    refuses(ErrorCode.VALUE_INVALID, () -> challenge(der(certificate), Set.of()));
  }

  @Test
  void refusesAStrangersCertificate() {
    refuses(
        ErrorCode.CERTIFICATE_UNTRUSTED, () -> challenge(der(AgencyTestCertificates.good()), CALL));
  }

  @Test
  void refusesARevokedCertificate() {
    X509Certificate revoked =
        KeyFiles.certificates(world.pki.agencyARevoked().certificate()).get(0);
    Proposer owner = world.agency(DemoPki.AGENCY_A_OID + "." + proposer.id());
    refuses(
        ErrorCode.CERTIFICATE_REVOKED,
        () -> proposals.challenge(owner.id(), der(revoked), CALL, owner.actor()));
  }

  @Test
  void refusesAnExpiredCertificate() {
    Instant now = Instant.now();
    X509Certificate expired =
        world.issuer.issue(
            CertificateRequest.of(
                    "CN=old,C=TW",
                    RSA.getPublic(),
                    now.minus(Duration.ofDays(9)),
                    now.minus(Duration.ofDays(1)))
                .keyUsage(KeyUsage.digitalSignature));
    refuses(ErrorCode.CERTIFICATE_NOT_IN_FORCE, () -> challenge(der(expired), CALL));
  }

  @Test
  void refusesAWeakKey() {
    X509Certificate weak = world.issued(KeyPairs.rsa(1024), all -> all);
    refuses(ErrorCode.CERTIFICATE_WEAK, () -> challenge(der(weak), CALL));
  }

  @Test
  void refusesAUseThatTheCertificateDoesNotAllow() {
    refuses(
        ErrorCode.CERTIFICATE_USE_WRONG,
        () -> challenge(der(certificate), Set.of(CertificateUse.ENCRYPTION)));
  }

  @Test
  void refusesAnEcKeyForEncryption() {
    refuses(
        ErrorCode.CERTIFICATE_USE_WRONG,
        () -> challenge(der(encryption(EC)), Set.of(CertificateUse.ENCRYPTION)));
  }

  @Test
  void refusesACertificateOfAnotherAgency() {
    X509Certificate foreign = issuedTo("2.25.78.1");
    refuses(ErrorCode.VALUE_INVALID, () -> challenge(der(foreign), CALL));
    String own = proposer.agency().oid();
    assertThat(challenge(der(issuedTo(own)), CALL).nonce()).isNotEmpty();
  }

  @Test
  void saysTheSameOfAnotherAgencysCertificateWhetherItIsKnownOrNot() {
    Proposer other = world.agency("2.25.78." + proposer.id());
    X509Certificate foreign = issuedTo(Objects.requireNonNull(other.agency().oid()));
    HubException before = refusal(foreign);
    world.agencies.registerCertificate(other.agency().code(), foreign, CALL, ADMINISTRATOR);
    HubException after = refusal(foreign);
    assertThat(after.code()).isEqualTo(ErrorCode.VALUE_INVALID).isEqualTo(before.code());
    assertThat(after.told()).isEqualTo(before.told());
  }

  @Test
  void doesNotSayThatOneWithoutAnAgencyIsRegisteredForAnother() {
    Proposer other = world.agency("2.25.79." + proposer.id());
    world.agencies.registerCertificate(other.agency().code(), certificate, CALL, ADMINISTRATOR);
    assertThat(refusal(certificate).code()).isEqualTo(ErrorCode.VALUE_INVALID);
  }

  private HubException refusal(X509Certificate proposed) {
    return catchThrowableOfType(HubException.class, () -> challenge(der(proposed), CALL));
  }

  @Test
  void refusesWhatIsRegisteredAlreadyOrOnceWas() {
    RegisteredCertificate registered =
        world.agencies.registerCertificate(
            proposer.agency().code(), certificate, CALL, ADMINISTRATOR);
    refuses(ErrorCode.ALREADY_EXISTS, () -> challenge(der(certificate), CALL));
    world.agencies.withdrawCertificate(registered.thumbprint(), "test", ADMINISTRATOR);
    refuses(ErrorCode.ALREADY_EXISTS, () -> challenge(der(certificate), CALL));
  }

  @Test
  void refusesWhatIsProposedAlready() {
    world.propose(proposer, certificate, RSA);
    refuses(ErrorCode.ALREADY_EXISTS, () -> challenge(der(certificate), CALL));
  }

  private X509Certificate issuedTo(@Nullable String oid) {
    UnaryOperator<CertificateRequest> named = request -> request.directoryAttributes(oid, null);
    return world.issued(RSA, named);
  }
}
