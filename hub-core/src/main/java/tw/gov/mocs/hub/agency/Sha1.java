package tw.gov.mocs.hub.agency;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-1 as a name for certificates and keys (WS-Security 1.1.1 §7.4); it protects nothing here. */
final class Sha1 {

  private Sha1() {}

  static byte[] of(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}
