package tw.gov.mocs.hub.ws;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A request as it was kept, judged again without the hub: its structure and its signature, by the
 * same rules as when it came. Its age and whether the certificate can be trusted are not looked at.
 *
 * @param certificate whose key signed it
 * @param bodyDigest the digest of its Body, as in its Reference
 */
public record KeptRequest(X509Certificate certificate, byte[] bodyDigest) {

  /** Far above what any endpoint takes: only the bytes of one message are read. */
  private static final WsSettings.Xml LIMITS = new WsSettings.Xml(200, 2_000_000, 1_000, 100);

  /**
   * Verifies it.
   *
   * @param message as it was sent
   * @param known certificates that its token may only name
   * @throws tw.gov.mocs.hub.shared.HubException as the endpoint would refuse it
   */
  public static KeptRequest verify(byte[] message, List<X509Certificate> known) {
    XmlMessage xml = new XmlReading(LIMITS).read(message);
    Envelope envelope = Envelope.of(xml, Envelope.version(xml), LIMITS.maxHeaders());
    SignatureVerifier.Signed signed =
        new SignatureVerifier(new KnownCertificates(known))
            .verify(envelope, SecurityHeader.of(envelope));
    return new KeptRequest(signed.certificate(), signed.bodyDigest());
  }
}
