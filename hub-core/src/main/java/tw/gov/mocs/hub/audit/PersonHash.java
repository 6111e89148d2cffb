package tw.gov.mocs.hub.audit;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * The keyed hash of an identity number: HMAC-SHA-256 over the normalised number.
 *
 * @param keyId which identity-hash key made it
 * @param value 32 bytes
 */
public record PersonHash(String keyId, byte[] value) implements Comparable<PersonHash> {

  /** Length of the value. */
  public static final int BYTES = 32;

  /**
   * Reads {@link #toString}.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static PersonHash parse(String text) {
    int colon = text.lastIndexOf(':');
    byte[] value = HexFormat.of().parseHex(text.substring(colon + 1));
    if (colon < 1 || value.length != BYTES) {
      throw new IllegalArgumentException("not the hash of a person");
    }
    return new PersonHash(text.substring(0, colon), value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PersonHash hash
        && keyId.equals(hash.keyId)
        && Arrays.equals(value, hash.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  @Override
  public int compareTo(PersonHash other) {
    int byKey = keyId.compareTo(other.keyId);
    return byKey != 0 ? byKey : Arrays.compareUnsigned(value, other.value);
  }

  @Override
  public String toString() {
    return keyId + ":" + HexFormat.of().formatHex(value);
  }
}
