package tw.gov.mocs.hub.trust;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;

/** An OCSP responder (RFC 6960) that answers as told, good or wrong. */
final class LoopbackResponder {

  private final KeyPair keys;
  private @Nullable X509Certificate delegate;
  private @Nullable CertificateStatus status = CertificateStatus.GOOD;
  private Instant thisUpdate = TrustWorld.hours(-1);
  private Instant nextUpdate = TrustWorld.hours(1);
  private byte @Nullable [] nonce;
  private boolean echoing = true;
  private @Nullable CertificateID about;
  private final Queue<BigInteger> asked = new ConcurrentLinkedQueue<>();

  LoopbackResponder(KeyPair keys) {
    this.keys = keys;
  }

  LoopbackResponder delegate(X509Certificate certificate) {
    delegate = certificate;
    return this;
  }

  LoopbackResponder revoked() {
    status = new RevokedStatus(Date.from(TrustWorld.hours(-2)));
    return this;
  }

  LoopbackResponder unknown() {
    status = new UnknownStatus();
    return this;
  }

  LoopbackResponder during(Instant from, Instant until) {
    thisUpdate = from;
    nextUpdate = until;
    return this;
  }

  LoopbackResponder withoutNonce() {
    echoing = false;
    return this;
  }

  LoopbackResponder nonce(byte[] always) {
    nonce = always;
    return this;
  }

  LoopbackResponder about(CertificateID always) {
    about = always;
    return this;
  }

  /** How often it was asked about this certificate. */
  long timesAskedAbout(X509Certificate certificate) {
    return asked.stream().filter(certificate.getSerialNumber()::equals).count();
  }

  LoopbackServer start() {
    return new LoopbackServer(this::answer);
  }

  private byte[] answer(byte[] request) {
    try {
      OCSPReq question = new OCSPReq(request);
      asked.add(question.getRequestList()[0].getCertID().getSerialNumber());
      BasicOCSPRespBuilder builder =
          new BasicOCSPRespBuilder(
              SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()),
              new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1));
      CertificateID id = about == null ? question.getRequestList()[0].getCertID() : about;
      builder.addResponse(id, status, Date.from(thisUpdate), Date.from(nextUpdate));
      Extension sent = question.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
      if (nonce != null) {
        builder.setResponseExtensions(
            new Extensions(new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, nonce)));
      } else if (echoing) {
        builder.setResponseExtensions(new Extensions(sent));
      }
      X509CertificateHolder[] chain =
          delegate == null
              ? new X509CertificateHolder[0]
              : new X509CertificateHolder[] {new JcaX509CertificateHolder(delegate)};
      return new OCSPRespBuilder()
          .build(
              OCSPRespBuilder.SUCCESSFUL,
              builder.build(
                  new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate()),
                  chain,
                  Date.from(thisUpdate)))
          .getEncoded();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
