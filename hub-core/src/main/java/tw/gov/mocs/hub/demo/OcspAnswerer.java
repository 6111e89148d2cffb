package tw.gov.mocs.hub.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.KeyFiles;

/**
 * Answers OCSP requests (RFC 6960) from the intermediate's revocation list, signed by the
 * certificate {@code ocsp}, which the intermediate issued for that (§4.2.2.2).
 */
final class OcspAnswerer {

  private static final Duration VALIDITY = Duration.ofHours(1);

  private final DemoPki pki;
  private final Clock clock;
  private final X509Certificate issuer;
  private final X509Certificate signer;
  private final PrivateKey key;

  OcspAnswerer(DemoPki pki, Clock clock) {
    this.pki = pki;
    this.clock = clock;
    this.issuer = KeyFiles.certificates(pki.intermediate()).get(0);
    this.signer = KeyFiles.certificates(pki.ocsp().certificate()).get(0);
    this.key = KeyFiles.privateKey(pki.ocsp().key());
  }

  /** The answer to a request; to what is none, the answer that says so. */
  byte[] answer(byte[] request) throws IOException {
    OCSPRespBuilder response = new OCSPRespBuilder();
    try {
      return build(response, new OCSPReq(request)).getEncoded();
    } catch (OCSPException | GeneralSecurityException | OperatorCreationException e) {
      throw new IOException(e);
    } catch (IOException e) {
      return malformed(response);
    }
  }

  private static byte[] malformed(OCSPRespBuilder response) throws IOException {
    try {
      return response.build(OCSPRespBuilder.MALFORMED_REQUEST, null).getEncoded();
    } catch (OCSPException e) {
      throw new IOException(e);
    }
  }

  private OCSPResp build(OCSPRespBuilder response, OCSPReq request)
      throws OCSPException, GeneralSecurityException, OperatorCreationException, IOException {
    DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
    BasicOCSPRespBuilder basic =
        new BasicOCSPRespBuilder(
            SubjectPublicKeyInfo.getInstance(signer.getPublicKey().getEncoded()),
            digests.get(CertificateID.HASH_SHA1));
    Instant now = clock.instant();
    X509CRL list = list();
    for (Req each : request.getRequestList()) {
      CertificateID id = each.getCertID();
      CertificateStatus status =
          id.matchesIssuer(new JcaX509CertificateHolder(issuer), digests)
              ? status(list.getRevokedCertificate(id.getSerialNumber()))
              : new UnknownStatus();
      basic.addResponse(id, status, Date.from(now), Date.from(now.plus(VALIDITY)));
    }
    Extension nonce = request.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
    if (nonce != null) {
      basic.setResponseExtensions(new Extensions(nonce));
    }
    return response.build(
        OCSPRespBuilder.SUCCESSFUL,
        basic.build(
            new JcaContentSignerBuilder("SHA256withRSA").build(key),
            new X509CertificateHolder[] {new JcaX509CertificateHolder(signer)},
            Date.from(now)));
  }

  /** Read anew each time: who tries the demo may put another list in its place. */
  private X509CRL list() throws IOException, GeneralSecurityException {
    return (X509CRL)
        CertificateFactory.getInstance("X.509")
            .generateCRL(new ByteArrayInputStream(Files.readAllBytes(pki.intermediateCrl())));
  }

  private static @Nullable CertificateStatus status(@Nullable X509CRLEntry entry) {
    return entry == null
        ? CertificateStatus.GOOD
        : new RevokedStatus(entry.getRevocationDate(), CRLReason.cessationOfOperation);
  }
}
