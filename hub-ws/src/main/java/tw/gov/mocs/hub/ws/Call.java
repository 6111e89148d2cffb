package tw.gov.mocs.hub.ws;

import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.exchange.Caller;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.Certificates;

/**
 * One call on its way through the edge; it gathers what is known, so that a refusal at any point
 * can be answered and recorded as well as can be by then.
 */
final class Call {

  private final InetAddress address;
  private final Instant received;
  private SoapVersion version = SoapVersion.V11;
  private @Nullable Envelope envelope;
  private @Nullable Caller caller;
  private @Nullable Addressing addressing;
  private @Nullable X509Certificate signer;
  private @Nullable String soapAction;
  private @Nullable String recordId;

  Call(InetAddress address, Instant received) {
    this.address = address;
    this.received = received;
  }

  InetAddress address() {
    return address;
  }

  Instant received() {
    return received;
  }

  SoapVersion version() {
    return version;
  }

  void version(SoapVersion found) {
    version = found;
  }

  /** What HTTP says the operation is; null or empty if it does not say. */
  @Nullable String soapAction() {
    return soapAction;
  }

  void soapAction(@Nullable String found) {
    soapAction = found;
  }

  /** Who calls, from when on the signature of a registered certificate held; null before. */
  @Nullable Caller caller() {
    return caller;
  }

  /** The certificate by whose key the signature held; null before. */
  @Nullable X509Certificate signer() {
    return signer;
  }

  /** Its thumbprint; null before. */
  @Nullable String thumbprint() {
    return signer == null ? null : Certificates.thumbprint(signer);
  }

  /** The signature held, by the key of this certificate, whoever's it is. */
  void signedWith(X509Certificate certificate) {
    signer = certificate;
  }

  /** The signature held, and its certificate is registered. */
  void authenticated(Caller who, Envelope signed, Addressing headers) {
    caller = who;
    envelope = signed;
    addressing = headers;
  }

  /** It was served, and this is its record. */
  void served(String record) {
    recordId = record;
  }

  /** The record that says that it was served; null if there is none. */
  @Nullable String recordId() {
    return recordId;
  }

  Caller requireCaller() {
    return require(caller);
  }

  Envelope requireEnvelope() {
    return require(envelope);
  }

  /** Fails closed: without a signature that held there is nothing to be answered. */
  private static <T> T require(@Nullable T known) {
    if (known == null) {
      throw new HubException(ErrorCode.INTERNAL_ERROR, "a call arrived without its signature");
    }
    return known;
  }

  @Nullable Addressing addressing() {
    return addressing;
  }

  /** MessageID of the request; null if it has none. */
  @Nullable String messageId() {
    return addressing == null ? null : addressing.messageId();
  }

  /** The operation as far as it can be told; null if it cannot. */
  @Nullable String operation() {
    return envelope == null ? null : Operation.named(envelope.payload());
  }

  /** A short text directly in the request; null if there is none. */
  @Nullable String told(String element, int longest) {
    if (envelope == null) {
      return null;
    }
    var found = Elements.first(envelope.payload(), Names.EXCHANGE, element);
    String text = found == null ? "" : Elements.text(found);
    return text.isEmpty() || text.length() > longest ? null : text;
  }

  @Nullable String requestId() {
    return told("requestId", 64);
  }

  @Nullable String applicationNo() {
    return told("applicationNo", 32);
  }
}
