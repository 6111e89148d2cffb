package tw.gov.mocs.hub.trust;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Asks an OCSP responder (RFC 6960) and believes nothing that is not signed, fresh and to point.
 */
final class OcspClient {

  private static final int NONCE_BYTES = 32;

  private final Fetcher fetcher;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  OcspClient(Fetcher fetcher, Clock clock) {
    this.fetcher = fetcher;
    this.clock = clock;
  }

  /**
   * Asks about one certificate.
   *
   * @param validity for how long an answer counts that names no next update
   * @param limit after which it gives up, if the settings allow so much
   */
  OcspAnswer ask(OcspQuestion question, Duration validity, Duration limit)
      throws RevocationUnknown {
    Instant now = clock.instant();
    try {
      CertificateID id = identify(question.certificate(), question.issuer());
      byte[] nonce = new byte[NONCE_BYTES];
      random.nextBytes(nonce);
      byte[] answer =
          fetcher.post(question.responder(), "application/ocsp-request", request(id, nonce), limit);
      BasicOCSPResp basic = basic(answer);
      requireNonce(basic, nonce);
      OcspSigner.require(basic, question.issuer(), now);
      return answer(single(basic, id), now, validity, answer);
    } catch (IOException
        | OCSPException
        | GeneralSecurityException
        | OperatorCreationException
        | IllegalArgumentException e) {
      throw new RevocationUnknown(RevocationFailure.UNREADABLE, "not an OCSP answer: " + e);
    }
  }

  /** SHA-1 only names the issuer here, and every responder knows it (RFC 5019 §2.1.1). */
  private static CertificateID identify(X509Certificate certificate, X509Certificate issuer)
      throws OCSPException, GeneralSecurityException, OperatorCreationException {
    return new CertificateID(
        new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
        new JcaX509CertificateHolder(issuer),
        certificate.getSerialNumber());
  }

  private static byte[] request(CertificateID id, byte[] nonce) throws OCSPException, IOException {
    Extension extension =
        new Extension(
            OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
            false,
            new DEROctetString(new DEROctetString(nonce).getEncoded()));
    return new OCSPReqBuilder()
        .addRequest(id)
        .setRequestExtensions(new Extensions(extension))
        .build()
        .getEncoded();
  }

  private static BasicOCSPResp basic(byte[] answer)
      throws IOException, OCSPException, RevocationUnknown {
    OCSPResp response = new OCSPResp(answer);
    if (response.getStatus() != OCSPResp.SUCCESSFUL) {
      throw new RevocationUnknown(
          RevocationFailure.STATUS, "the responder answers status " + response.getStatus());
    }
    if (response.getResponseObject() instanceof BasicOCSPResp basic) {
      return basic;
    }
    throw new RevocationUnknown(RevocationFailure.UNREADABLE, "not a basic OCSP answer");
  }

  /** RFC 9654 §2.1: a responder may leave the nonce out, but never answer with another. */
  private static void requireNonce(BasicOCSPResp basic, byte[] nonce) throws RevocationUnknown {
    Extension echoed = basic.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
    if (echoed == null) {
      return;
    }
    byte[] value = DEROctetString.getInstance(echoed.getParsedValue()).getOctets();
    if (!Arrays.equals(value, nonce)) {
      throw new RevocationUnknown(
          RevocationFailure.OTHER_ISSUER, "the answer is to another question (nonce)");
    }
  }

  private static SingleResp single(BasicOCSPResp basic, CertificateID id) throws RevocationUnknown {
    Optional<SingleResp> found =
        Arrays.stream(basic.getResponses()).filter(each -> each.getCertID().equals(id)).findFirst();
    return found.orElseThrow(
        () ->
            new RevocationUnknown(
                RevocationFailure.OTHER_ISSUER, "the answer is about another certificate"));
  }

  private static OcspAnswer answer(
      SingleResp single, Instant now, Duration validity, byte[] response) throws RevocationUnknown {
    Instant thisUpdate = single.getThisUpdate().toInstant();
    Instant nextUpdate =
        single.getNextUpdate() == null
            ? thisUpdate.plus(validity)
            : single.getNextUpdate().toInstant();
    if (thisUpdate.isAfter(now.plus(RevocationLists.SKEW))) {
      throw new RevocationUnknown(
          RevocationFailure.FUTURE, "the answer is of the future, " + thisUpdate);
    }
    if (nextUpdate.plus(RevocationLists.SKEW).isBefore(now)) {
      throw new RevocationUnknown(
          RevocationFailure.OLDER, "the answer is outdated since " + nextUpdate);
    }
    return new OcspAnswer(state(single.getCertStatus()), thisUpdate, nextUpdate, now, response);
  }

  private static RevocationState state(@Nullable CertificateStatus status) {
    if (status == CertificateStatus.GOOD) {
      return RevocationState.GOOD;
    }
    return status instanceof RevokedStatus ? RevocationState.REVOKED : RevocationState.UNDETERMINED;
  }
}
