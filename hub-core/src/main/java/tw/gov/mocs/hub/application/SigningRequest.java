package tw.gov.mocs.hub.application;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What the card is asked to sign in step 6.
 *
 * @param nonce names this request; 64 hexadecimal digits, good once
 * @param document the application in full, UTF-8 JSON
 * @param documentDigest its SHA-256, 64 lower-case hexadecimal digits; it stands in the statement
 * @param statement what is signed, UTF-8, lines ended by LF: these bytes and no others
 * @param expiresAt until when the signature must have come
 */
public record SigningRequest(
    String nonce, byte[] document, String documentDigest, byte[] statement, Instant expiresAt) {

  /** The statement to show. */
  public String statementText() {
    return new String(statement, StandardCharsets.UTF_8);
  }
}
