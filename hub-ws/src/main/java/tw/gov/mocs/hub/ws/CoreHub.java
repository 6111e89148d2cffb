package tw.gov.mocs.hub.ws;

import java.math.BigInteger;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.agency.RegisteredCertificate;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.audit.CheckpointRef;
import tw.gov.mocs.hub.audit.ProvenKey;
import tw.gov.mocs.hub.exchange.AnswerWriter;
import tw.gov.mocs.hub.exchange.Caller;
import tw.gov.mocs.hub.exchange.Exchange;
import tw.gov.mocs.hub.exchange.ExchangeRequest;
import tw.gov.mocs.hub.exchange.HubStatusAnswer;
import tw.gov.mocs.hub.exchange.Served;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.trust.CertificateVerifier;
import tw.gov.mocs.hub.trust.Certificates;
import tw.gov.mocs.hub.trust.TrustDecision;

/** The doors of hub-core, as the edge uses them. */
record CoreHub(CertificateVerifier verifier, Agencies agencies, Exchange exchange, AuditLog log)
    implements Hub {

  @Override
  public TrustDecision verify(X509Certificate certificate, List<X509Certificate> alsoSent) {
    return verifier.verify(certificate, alsoSent, CertificateUse.CALL);
  }

  @Override
  public Optional<RegisteredCertificate> findCertificate(X509Certificate certificate) {
    return agencies.findCertificate(certificate);
  }

  @Override
  public Optional<RegisteredCertificate> findCertificate(X500Principal issuer, BigInteger serial) {
    return agencies.findCertificate(issuer, serial);
  }

  @Override
  public Optional<RegisteredCertificate> findBySubjectKeyIdentifier(byte[] identifier) {
    return agencies.findBySubjectKeyIdentifier(identifier);
  }

  @Override
  public Optional<RegisteredCertificate> findByThumbprintSha1(byte[] thumbprint) {
    return agencies.findByThumbprintSha1(thumbprint);
  }

  @Override
  public Agency agency(long id) {
    return agencies.get(id);
  }

  @Override
  public boolean seenRecently(byte[] signedDigest) {
    return log.seenRecently(signedDigest);
  }

  @Override
  public Served answer(Caller caller, ExchangeRequest request, AnswerWriter writer) {
    return exchange.answer(caller, request, writer);
  }

  @Override
  public HubStatusAnswer status(Caller caller, String requestId) {
    return exchange.status(caller, requestId);
  }

  @Override
  public HubException refuse(
      Caller caller,
      @Nullable String operation,
      @Nullable String requestId,
      @Nullable String applicationNo,
      HubException why) {
    return exchange.refuse(caller, operation, requestId, applicationNo, why);
  }

  @Override
  public CheckpointRef lastCheckpoint() {
    return log.lastCheckpoint();
  }

  @Override
  public void countRefusal(
      ErrorCode cause, InetAddress address, @Nullable String thumbprint, String detail) {
    log.countRefusal(cause, address, thumbprint, detail);
  }

  @Override
  public void countProven(
      ErrorCode cause, InetAddress address, X509Certificate certificate, String detail) {
    String thumbprint = Certificates.thumbprint(certificate);
    log.countProven(
        cause, address, new ProvenKey(certificate, thumbprint, ProvenKey.Place.CALL), detail);
  }
}
