package tw.gov.mocs.hub.agency;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.agency.CertificateChallenge.Kind;
import tw.gov.mocs.hub.shared.Digests;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.SignedTime;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.trust.Certificates;

/**
 * Challenges to the keys of proposed certificates. Guarantee: each counts once and for {@link
 * CertificateProposals#CHALLENGE_TIME}, for one certificate of one agency, whatever its answer.
 */
@Component
class Challenges {

  private static final int DIGITAL_SIGNATURE = 0;
  private static final int NON_REPUDIATION = 1;
  private static final int SECRET_BYTES = 32;

  private final ProposalMapper mapper;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Challenges(ProposalMapper mapper, TransactionTemplate transactions, Clock clock) {
    this.mapper = mapper;
    this.transactions = transactions;
    this.clock = clock;
  }

  CertificateChallenge make(Agency agency, X509Certificate certificate, Set<CertificateUse> uses) {
    Instant now = clock.instant();
    Instant until = now.plus(CertificateProposals.CHALLENGE_TIME).truncatedTo(ChronoUnit.SECONDS);
    String thumbprint = Certificates.thumbprint(certificate);
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    String secret = HexFormat.of().formatHex(bytes);
    Kind kind = kindOf(certificate);
    // What is to be decrypted must not be told: there the challenge is named by its digest.
    String nonce = kind == Kind.SIGN ? secret : named(secret);
    transactions.executeWithoutResult(
        status -> {
          mapper.forgetChallenges(now);
          mapper.insertChallenge(nonce, agency.id(), thumbprint, until);
        });
    String text =
        kind == Kind.SIGN
            ? statement(agency, thumbprint, uses, nonce, until)
            : enveloped(certificate, secret);
    return new CertificateChallenge(nonce, thumbprint, kind, text, until);
  }

  /**
   * Uses the challenge up and judges the answer.
   *
   * @return what was signed, or the answer that was decrypted
   * @throws HubException CHALLENGE_UNUSABLE, POSSESSION_NOT_PROVEN
   */
  String answered(
      Agency agency,
      X509Certificate certificate,
      Set<CertificateUse> uses,
      String nonce,
      byte[] proof) {
    String thumbprint = Certificates.thumbprint(certificate);
    Instant until = take(agency, thumbprint, nonce);
    if (kindOf(certificate) == Kind.DECRYPT) {
      String answer = new String(proof, StandardCharsets.UTF_8).strip();
      byte[] given = named(answer).getBytes(StandardCharsets.UTF_8);
      require(MessageDigest.isEqual(given, nonce.getBytes(StandardCharsets.UTF_8)));
      return answer;
    }
    String statement = statement(agency, thumbprint, uses, nonce, until);
    require(Possession.isProven(certificate, statement, proof));
    return statement;
  }

  static Kind kindOf(X509Certificate certificate) {
    boolean[] bits = certificate.getKeyUsage();
    return bits == null || bits[DIGITAL_SIGNATURE] || bits[NON_REPUDIATION]
        ? Kind.SIGN
        : Kind.DECRYPT;
  }

  /** In a transaction of its own: an answer that is refused has used it up too. */
  private Instant take(Agency agency, String thumbprint, String nonce) {
    Instant until =
        transactions.execute(
            status -> {
              Instant found = mapper.challengeUntil(nonce, agency.id(), thumbprint);
              return found == null || mapper.takeChallenge(nonce) == 0 ? Instant.MIN : found;
            });
    if (!requireNonNull(until, "until").isAfter(clock.instant())) {
      throw new HubException(ErrorCode.CHALLENGE_UNUSABLE, "unknown, used or over: " + thumbprint);
    }
    return until;
  }

  private static String statement(
      Agency agency, String thumbprint, Set<CertificateUse> uses, String nonce, Instant until) {
    return """
        銓敘部 人事雲端服務平台 提出新憑證
        Ministry of Civil Service, personnel cloud services: proposal of a certificate
        申請機關 Agency：%s %s
        憑證 Certificate SHA-256：%s
        用途 Uses：%s
        一次性驗證碼 One-time code：%s
        有效至 Valid until：%s
        """
        .formatted(
            agency.code(),
            agency.name(),
            thumbprint,
            new TreeSet<>(uses).stream().map(CertificateUse::label).collect(joining("、")),
            nonce,
            SignedTime.text(until));
  }

  private static String enveloped(X509Certificate certificate, String secret) {
    try {
      CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
      generator.addRecipientInfoGenerator(new JceKeyTransRecipientInfoGenerator(certificate));
      ContentInfo content =
          generator
              .generate(
                  new CMSProcessableByteArray(secret.getBytes(StandardCharsets.UTF_8)),
                  new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC).build())
              .toASN1Structure();
      StringWriter text = new StringWriter();
      try (PemWriter pem = new PemWriter(text)) {
        pem.writeObject(new PemObject("CMS", content.getEncoded()));
      }
      return text.toString();
    } catch (CMSException | CertificateEncodingException | IOException e) {
      throw new HubException(
          ErrorCode.CERTIFICATE_USE_WRONG, "nothing can be encrypted to it: " + e.getMessage(), e);
    }
  }

  private static String named(String secret) {
    return HexFormat.of().formatHex(Digests.sha256(secret.getBytes(StandardCharsets.UTF_8)));
  }

  private static void require(boolean proven) {
    if (!proven) {
      throw new HubException(ErrorCode.POSSESSION_NOT_PROVEN, "the answer does not fit");
    }
  }
}
