package tw.gov.mocs.hub.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.gov.mocs.hub.agency.ProposalWorld.CALL;
import static tw.gov.mocs.hub.agency.ProposalWorld.EC;
import static tw.gov.mocs.hub.agency.ProposalWorld.RSA;
import static tw.gov.mocs.hub.agency.ProposalWorld.der;
import static tw.gov.mocs.hub.agency.ProposalWorld.signed;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Set;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.util.io.pem.PemReader;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.agency.ProposalWorld.Proposer;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.demo.KeyPairs;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.trust.CertificateUse;

/** Proving that one holds the key of a proposed certificate: what is taken, and each refusal. */
@OnEveryDatabase
class CertificateProofTest extends ProposalCase {

  CertificateProofTest(TestDatabase database) {
    super(database);
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
}
