package tw.gov.mocs.hub.client;

/**
 * A request as it goes over the wire.
 *
 * @param action what the SOAPAction says
 * @param message the envelope, UTF-8
 * @param bodyDigest the DigestValue of its Body: the answer must repeat it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only sent
record SignedRequest(
    SoapVersion soap,
    String operation,
    String requestId,
    String action,
    byte[] message,
    byte[] bodyDigest) {}
