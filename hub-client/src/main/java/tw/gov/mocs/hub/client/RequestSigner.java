package tw.gov.mocs.hub.client;

import static tw.gov.mocs.hub.client.XmlTree.append;

/** Makes and signs requests. */
final class RequestSigner {

  private final MessageSigner signer;
  private final SoapVersion soap;

  RequestSigner(MessageSigner signer, SoapVersion soap) {
    this.signer = signer;
    this.soap = soap;
  }

  SignedRequest sign(RequestBody content) {
    String operation = content.operation();
    MessageSigner.Signed signed =
        signer.sign(
            soap, body -> content.fill(append(body, Namespaces.EXCHANGE, operation + "Request")));
    return new SignedRequest(
        soap,
        operation,
        content.requestId(),
        Namespaces.EXCHANGE + ":" + operation,
        signed.bytes(),
        signed.bodyDigest());
  }
}
