package tw.gov.mocs.hub.audit;

import java.security.SecureRandom;

/** Makes record ids: 130 random bits, so that knowing one tells nothing about another. */
final class RecordIds {

  private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
  private static final int LENGTH = 26;
  private static final SecureRandom RANDOM = new SecureRandom();

  private RecordIds() {}

  static String next() {
    byte[] random = new byte[LENGTH];
    RANDOM.nextBytes(random);
    char[] id = new char[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      id[i] = ALPHABET[random[i] & 31];
    }
    return new String(id);
  }
}
