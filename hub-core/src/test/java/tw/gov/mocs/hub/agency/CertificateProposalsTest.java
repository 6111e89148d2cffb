package tw.gov.mocs.hub.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static tw.gov.mocs.hub.agency.ProposalWorld.ADMINISTRATOR;
import static tw.gov.mocs.hub.agency.ProposalWorld.CALL;
import static tw.gov.mocs.hub.agency.ProposalWorld.EC;
import static tw.gov.mocs.hub.agency.ProposalWorld.RSA;
import static tw.gov.mocs.hub.agency.ProposalWorld.der;
import static tw.gov.mocs.hub.agency.ProposalWorld.signed;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.util.io.pem.PemReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.agency.ProposalWorld.Proposer;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.demo.CertificateRequest;
import tw.gov.mocs.hub.demo.DemoPki;
import tw.gov.mocs.hub.demo.KeyPairs;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.KeyFiles;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.trust.RevocationEvidence;
import tw.gov.mocs.hub.trust.RevocationState;

/** Certificates that agencies propose: what is taken, and one test for each refusal. */
@OnEveryDatabase
class CertificateProposalsTest {

  private static final Map<TestDatabase, ProposalWorld> WORLDS = new EnumMap<>(TestDatabase.class);

  private final ProposalWorld world;
  private final CertificateProposals proposals;
  private final Proposer proposer;
  private final X509Certificate certificate;

  CertificateProposalsTest(TestDatabase database) {
    world = WORLDS.computeIfAbsent(database, ProposalWorld::new);
    proposals = world.proposals;
    proposer = world.agency();
    certificate = world.issued(RSA, all -> all);
  }

  @AfterEach
  void now() {
    world.clock.later = Duration.ZERO;
  }

  @AfterAll
  static void close() {
    WORLDS.values().forEach(ProposalWorld::close);
    WORLDS.clear();
  }

  @Test
  void registersWhatAnAdministratorConfirms() {
    CertificateProposal proposal = world.propose(proposer, certificate, RSA);
    assertThat(world.agencies.findCertificate(certificate)).isEmpty();
    proposals.confirm(proposal.id(), ADMINISTRATOR);
    assertThat(world.agencies.findCertificate(certificate))
        .get()
        .returns(proposer.id(), RegisteredCertificate::agencyId)
        .returns(CALL, RegisteredCertificate::uses);
    assertThat(proposals.get(proposal.id()))
        .returns(ProposalStatus.CONFIRMED, CertificateProposal::status)
        .returns("admin", CertificateProposal::decidedBy);
  }

  @Test
  void takesABareSignatureOfAnEcKey() {
    X509Certificate ec = world.issued(EC, all -> all);
    assertThat(world.propose(proposer, ec, EC).status()).isEqualTo(ProposalStatus.PROPOSED);
  }

  @Test
  void takesPemAndBase64() {
    byte[] pem = ("\r\n" + pem("CERTIFICATE", der(certificate))).getBytes(StandardCharsets.UTF_8);
    CertificateChallenge challenge = challenge(pem, CALL);
    byte[] proof = Base64.getMimeEncoder().encode(signed(RSA, challenge.text()));
    assertThat(propose(pem, challenge, proof).thumbprint()).isEqualTo(challenge.thumbprint());
  }

  @Test
  void takesSignedDataWithAndWithoutItsContent() throws Exception {
    for (boolean within : new boolean[] {true, false}) {
      X509Certificate one = world.issued(RSA, all -> all);
      CertificateChallenge challenge = challenge(der(one), CALL);
      byte[] proof = signedData(challenge.text(), one, RSA, within, "SHA256withRSA");
      assertThat(propose(der(one), challenge, proof).status()).isEqualTo(ProposalStatus.PROPOSED);
    }
  }

  @Test
  void takesTheDecryptedAnswerOfAKeyThatMayNotSign() throws Exception {
    X509Certificate encryption = encryption(RSA);
    Set<CertificateUse> uses = Set.of(CertificateUse.ENCRYPTION);
    CertificateChallenge challenge = challenge(der(encryption), uses);
    assertThat(challenge.kind()).isEqualTo(CertificateChallenge.Kind.DECRYPT);
    byte[] answer = decrypted(challenge.text());
    assertThat(challenge.nonce()).isNotEqualTo(new String(answer, StandardCharsets.UTF_8));
    CertificateProposal proposal =
        proposals.propose(
            proposer.id(), der(encryption), uses, challenge.nonce(), answer, proposer.actor());
    assertThat(proposal.uses()).isEqualTo(uses);
  }

  @Test
  void refusesAGuessedAnswer() {
    X509Certificate encryption = encryption(RSA);
    Set<CertificateUse> uses = Set.of(CertificateUse.ENCRYPTION);
    CertificateChallenge challenge = challenge(der(encryption), uses);
    refuses(
        ErrorCode.POSSESSION_NOT_PROVEN,
        () ->
            proposals.propose(
                proposer.id(),
                der(encryption),
                uses,
                challenge.nonce(),
                challenge.nonce().getBytes(StandardCharsets.UTF_8),
                proposer.actor()));
  }

  @Test
  void saysWhatIsSigned() {
    CertificateChallenge challenge = challenge(der(certificate), CALL);
    assertThat(challenge.text())
        .contains(
            "申請機關 Agency：" + proposer.agency().code(),
            "憑證 Certificate SHA-256：" + challenge.thumbprint(),
            "用途 Uses：呼叫 calls\n",
            "一次性驗證碼 One-time code：" + challenge.nonce())
        .endsWith("\n");
  }

  @Test
  void refusesASignatureOfAnotherKey() {
    CertificateChallenge challenge = challenge(der(certificate), CALL);
    byte[] proof = signed(KeyPairs.rsa(), challenge.text());
    refuses(ErrorCode.POSSESSION_NOT_PROVEN, () -> propose(der(certificate), challenge, proof));
  }

  @Test
  void refusesASignatureOverAnotherText() {
    CertificateChallenge challenge = challenge(der(certificate), CALL);
    byte[] proof = signed(RSA, challenge.text().replace("呼叫 calls", "登入 login"));
    refuses(ErrorCode.POSSESSION_NOT_PROVEN, () -> propose(der(certificate), challenge, proof));
  }

  @Test
  void refusesOtherUsesThanThoseSigned() {
    CertificateChallenge challenge = challenge(der(certificate), CALL);
    byte[] proof = signed(RSA, challenge.text());
    refuses(
        ErrorCode.POSSESSION_NOT_PROVEN,
        () ->
            proposals.propose(
                proposer.id(),
                der(certificate),
                Set.of(CertificateUse.LOGIN),
                challenge.nonce(),
                proof,
                proposer.actor()));
  }

  @Test
  void refusesSignedDataOverAnotherText() throws Exception {
    CertificateChallenge challenge = challenge(der(certificate), CALL);
    byte[] proof = signedData("something else", certificate, RSA, true, "SHA256withRSA");
    refuses(ErrorCode.POSSESSION_NOT_PROVEN, () -> propose(der(certificate), challenge, proof));
  }

  @Test
  void refusesSignedDataWithSha1() throws Exception {
    CertificateChallenge challenge = challenge(der(certificate), CALL);
    byte[] proof = signedData(challenge.text(), certificate, RSA, false, "SHA1withRSA");
    refuses(ErrorCode.POSSESSION_NOT_PROVEN, () -> propose(der(certificate), challenge, proof));
  }

  @Test
  void refusesSignedDataOfAnotherKey() throws Exception {
    CertificateChallenge challenge = challenge(der(certificate), CALL);
    byte[] proof =
        signedData(challenge.text(), certificate, KeyPairs.rsa(), false, "SHA256withRSA");
    refuses(ErrorCode.POSSESSION_NOT_PROVEN, () -> propose(der(certificate), challenge, proof));
  }

  @Test
  void refusesAChallengeThatWasUsed() {
    CertificateChallenge challenge = challenge(der(certificate), CALL);
    byte[] wrong = signed(KeyPairs.rsa(), challenge.text());
    refuses(ErrorCode.POSSESSION_NOT_PROVEN, () -> propose(der(certificate), challenge, wrong));
    byte[] right = signed(RSA, challenge.text());
    refuses(ErrorCode.CHALLENGE_UNUSABLE, () -> propose(der(certificate), challenge, right));
  }

  @Test
  void refusesAChallengeAfterItsTime() {
    CertificateChallenge challenge = challenge(der(certificate), CALL);
    byte[] proof = signed(RSA, challenge.text());
    world.clock.later = CertificateProposals.CHALLENGE_TIME.plusSeconds(1);
    refuses(ErrorCode.CHALLENGE_UNUSABLE, () -> propose(der(certificate), challenge, proof));
  }

  @Test
  void refusesTheChallengeOfAnotherCertificate() {
    CertificateChallenge challenge = challenge(der(world.issued(RSA, all -> all)), CALL);
    byte[] proof = signed(RSA, challenge.text());
    refuses(ErrorCode.CHALLENGE_UNUSABLE, () -> propose(der(certificate), challenge, proof));
  }

  @Test
  void refusesTheChallengeOfAnotherAgency() {
    Proposer other = world.agency();
    CertificateChallenge challenge =
        proposals.challenge(other.id(), der(certificate), CALL, other.actor());
    byte[] proof = signed(RSA, challenge.text());
    refuses(ErrorCode.CHALLENGE_UNUSABLE, () -> propose(der(certificate), challenge, proof));
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
    refuses(ErrorCode.VALUE_INVALID, () -> challenge("hello".getBytes(), CALL));
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

  @Test
  void takesAgainWhatWasDeclined() {
    CertificateProposal first = world.propose(proposer, certificate, RSA);
    proposals.decline(first.id(), "請先來函", ADMINISTRATOR);
    assertThat(proposals.get(first.id()))
        .returns(ProposalStatus.DECLINED, CertificateProposal::status)
        .returns("請先來函", CertificateProposal::reason);
    assertThat(world.propose(proposer, certificate, RSA).id()).isNotEqualTo(first.id());
  }

  @Test
  void refusesToDeclineWithoutReason() {
    CertificateProposal proposal = world.propose(proposer, certificate, RSA);
    refuses(ErrorCode.VALUE_INVALID, () -> proposals.decline(proposal.id(), " ", ADMINISTRATOR));
  }

  @Test
  void refusesTheProposerAsConfirmer() {
    CertificateProposal proposal = world.propose(proposer, certificate, RSA);
    Actor sameCard = new Actor("admin", proposer.actor().certificateThumbprint(), null);
    refuses(
        ErrorCode.DUTIES_NOT_SEPARATE, () -> proposals.confirm(proposal.id(), proposer.actor()));
    refuses(ErrorCode.DUTIES_NOT_SEPARATE, () -> proposals.confirm(proposal.id(), sameCard));
    assertThat(proposals.get(proposal.id()).status()).isEqualTo(ProposalStatus.PROPOSED);
  }

  @Test
  void refusesToDecideTwice() {
    CertificateProposal proposal = world.propose(proposer, certificate, RSA);
    proposals.decline(proposal.id(), "否", ADMINISTRATOR);
    refuses(ErrorCode.STATE_CONFLICT, () -> proposals.confirm(proposal.id(), ADMINISTRATOR));
    refuses(
        ErrorCode.STATE_CONFLICT,
        () -> proposals.withdraw(proposer.id(), proposal.id(), proposer.actor()));
  }

  @Test
  void refusesToConfirmWhatHasExpiredMeanwhile() {
    CertificateProposal proposal = world.propose(proposer, certificate, RSA);
    world.clock.later = Duration.ofDays(101);
    refuses(
        ErrorCode.CERTIFICATE_NOT_IN_FORCE, () -> proposals.confirm(proposal.id(), ADMINISTRATOR));
  }

  @Test
  void letsItsAgencyTakeItBackAndNobodyElse() {
    CertificateProposal proposal = world.propose(proposer, certificate, RSA);
    Proposer other = world.agency();
    refuses(
        ErrorCode.NOT_FOUND, () -> proposals.withdraw(other.id(), proposal.id(), other.actor()));
    assertThat(proposals.withdraw(proposer.id(), proposal.id(), proposer.actor()).status())
        .isEqualTo(ProposalStatus.WITHDRAWN);
  }

  @Test
  void listsForTheAgencyAndForTheMinistry() {
    CertificateProposal first = world.propose(proposer, certificate, RSA);
    CertificateProposal second = world.propose(proposer, world.issued(RSA, all -> all), RSA);
    proposals.decline(first.id(), "否", ADMINISTRATOR);
    assertThat(proposals.list(proposer.id(), null, 1, 10).items())
        .extracting(CertificateProposal::id)
        .containsExactly(second.id(), first.id());
    assertThat(proposals.list(proposer.id(), ProposalStatus.PROPOSED, 1, 10).total()).isOne();
    assertThat(proposals.list(null, ProposalStatus.PROPOSED, 1, 1).items())
        .extracting(CertificateProposal::id)
        .containsExactly(second.id());
    refuses(ErrorCode.NOT_FOUND, () -> proposals.get(world.agency().id(), first.id()));
  }

  @Test
  void tellsHowItsCertificatesStand() {
    world.agencies.registerCertificate(proposer.agency().code(), certificate, CALL, ADMINISTRATOR);
    CertificateStandings standings = world.core.getBean(CertificateStandings.class);
    List<CertificateStanding> now = standings.of(proposer.id());
    assertThat(now).hasSize(2);
    assertThat(now.get(1))
        .returns(99L, CertificateStanding::daysLeft)
        .returns(null, CertificateStanding::fault)
        .extracting(CertificateStanding::revocation)
        .returns(RevocationState.GOOD, RevocationEvidence::state)
        .satisfies(known -> assertThat(known.source()).startsWith("CRL"))
        .satisfies(known -> assertThat(known.producedAt()).isNotNull());
    world.clock.later = Duration.ofDays(101);
    assertThat(standings.of(proposer.id()).get(1))
        .returns(0L, CertificateStanding::daysLeft)
        .returns(ErrorCode.CERTIFICATE_NOT_IN_FORCE, CertificateStanding::fault);
  }

  private CertificateChallenge challenge(byte[] file, Set<CertificateUse> uses) {
    return proposals.challenge(proposer.id(), file, uses, proposer.actor());
  }

  private CertificateProposal propose(byte[] file, CertificateChallenge challenge, byte[] proof) {
    return proposals.propose(proposer.id(), file, CALL, challenge.nonce(), proof, proposer.actor());
  }

  private X509Certificate encryption(KeyPair keys) {
    return world.issued(keys, request -> request.keyUsage(KeyUsage.keyEncipherment));
  }

  private X509Certificate issuedTo(@Nullable String oid) {
    UnaryOperator<CertificateRequest> named = request -> request.directoryAttributes(oid, null);
    return world.issued(RSA, named);
  }

  private static byte[] signedData(
      String text, X509Certificate signer, KeyPair keys, boolean within, String algorithm)
      throws Exception {
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    generator.addSignerInfoGenerator(
        new JcaSimpleSignerInfoGeneratorBuilder().build(algorithm, keys.getPrivate(), signer));
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return generator.generate(new CMSProcessableByteArray(bytes), within).getEncoded();
  }

  private static byte[] decrypted(String pem) throws Exception {
    byte[] enveloped = new PemReader(new StringReader(pem)).readPemObject().getContent();
    RecipientInformation recipient =
        new CMSEnvelopedData(enveloped).getRecipientInfos().getRecipients().iterator().next();
    return recipient.getContent(new JceKeyTransEnvelopedRecipient(RSA.getPrivate()));
  }

  private static String pem(String type, byte[] der) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(type, body, type);
  }

  private static void refuses(ErrorCode code, ThrowingCallable act) {
    assertThatExceptionOfType(HubException.class).isThrownBy(act).returns(code, HubException::code);
  }
}
