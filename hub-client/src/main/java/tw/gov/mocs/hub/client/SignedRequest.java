package tw.gov.mocs.hub.client;

import java.security.MessageDigest;
import java.util.Base64;

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
    byte[] bodyDigest) {

  /** An answer is to this request only if it repeats its id. */
  void requireId(String answered) {
    if (!answered.equals(requestId)) {
      throw new HubCallException(Failure.REQUEST_ID_WRONG, answered, requestId);
    }
  }

  /** And, where it holds data, the digest of its Body (Base64). */
  void requireDigest(String answered) {
    byte[] digest;
    try {
      digest = Base64.getDecoder().decode(answered.strip());
    } catch (IllegalArgumentException e) {
      throw new HubCallException(Failure.REQUEST_DIGEST_WRONG, e);
    }
    if (!MessageDigest.isEqual(digest, bodyDigest)) {
      throw new HubCallException(Failure.REQUEST_DIGEST_WRONG);
    }
  }
}
