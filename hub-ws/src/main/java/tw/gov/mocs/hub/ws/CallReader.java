package tw.gov.mocs.hub.ws;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.agency.RegisteredCertificate;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.exchange.Caller;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.trust.TrustDecision;

/**
 * From the bytes of a message to a known caller, cheap refusals first: structure, Timestamp,
 * signature, certificate, registration.
 */
final class CallReader {

  private final WsSettings settings;
  private final Hub hub;
  private final Clock clock;
  private final Supplier<Publication> published;
  private final XmlReading reading;
  private final SignatureVerifier verifier;

  CallReader(WsSettings settings, Hub hub, Clock clock, Supplier<Publication> published) {
    this.settings = settings;
    this.hub = hub;
    this.clock = clock;
    this.published = published;
    this.reading = new XmlReading(settings.xml());
    this.verifier = new SignatureVerifier(hub);
  }

  /**
   * Reads the message into the call.
   *
   * @param declared what the content type says
   * @throws HubException the refusal
   */
  void read(byte[] message, SoapVersion declared, Call call) {
    call.version(declared);
    XmlMessage xml = reading.read(message);
    SoapVersion version = Envelope.version(xml);
    if (version != declared) {
      throw new HubException(
          ErrorCode.CONTENT_TYPE_UNSUPPORTED, "the content type is of another SOAP version");
    }
    Envelope envelope = Envelope.of(xml, version, settings.xml().maxHeaders());
    SecurityHeader header = SecurityHeader.of(envelope);
    Instant now = clock.instant();
    MessageTimestamp timestamp =
        MessageTimestamp.of(header.timestamp(), now, settings.maxAge(), settings.clockSkew());
    SignatureVerifier.Signed signed = verifier.verify(envelope, header);
    call.signedWith(signed.certificate());
    TrustDecision trust = hub.verify(signed.certificate(), signed.alsoSent());
    RegisteredCertificate registered = registered(signed.certificate(), trust);
    Agency agency = hub.agency(registered.agencyId());
    Caller caller =
        new Caller(
            agency,
            registered,
            trust,
            call.address(),
            signed.signedDigest(),
            timestamp.created(),
            signed.bodyDigest(),
            kept(envelope, message),
            call.received());
    // From here on a refusal is recorded under the caller's name and signed.
    call.authenticated(caller, envelope, new Addressing(null, null));
    requireTrusted(trust);
    call.authenticated(caller, envelope, Addressing.of(envelope, settings.path()));
    if (!registered.uses().contains(CertificateUse.CALL)) {
      throw new HubException(ErrorCode.CERTIFICATE_NOT_FOR_CALLS, "not registered for calls");
    }
    if (agency.suspended()) {
      throw new HubException(ErrorCode.AGENCY_SUSPENDED, agency.code().value());
    }
    if (hub.seenRecently(signed.signedDigest())) {
      throw new HubException(ErrorCode.REPLAYED, "this node met the digest of the signed parts");
    }
  }

  private static void requireTrusted(TrustDecision decision) {
    if (decision instanceof TrustDecision.Untrusted untrusted) {
      throw new HubException(untrusted.code(), untrusted.reason());
    }
  }

  /** Of a stranger's certificate that cannot be relied upon either, that is told. */
  private RegisteredCertificate registered(X509Certificate certificate, TrustDecision trust) {
    Optional<RegisteredCertificate> found = hub.findCertificate(certificate);
    if (found.isEmpty()) {
      requireTrusted(trust);
    }
    return found.orElseThrow(
        () ->
            new HubException(
                ErrorCode.CERTIFICATE_NOT_REGISTERED,
                "serial " + certificate.getSerialNumber().toString(16)));
  }

  /** The whole message, where the called service keeps it as evidence. */
  private byte @Nullable [] kept(Envelope envelope, byte[] message) {
    String operation = Operation.named(envelope.payload());
    ExchangeService service = operation == null ? null : published.get().find(operation);
    return service != null && service.keepRequest() ? message : null;
  }
}
