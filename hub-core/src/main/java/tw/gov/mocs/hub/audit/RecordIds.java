package tw.gov.mocs.hub.audit;

import java.security.SecureRandom;
import java.time.Instant;

/**
 * Makes record ids: ten characters of time, in milliseconds, and sixteen of chance, in Crockford's
 * base 32 (the form of a ULID). Knowing one tells nothing about another, yet they come in the order
 * of time: an index of them grows at its end, whose pages a commit writes anyway.
 */
public final class RecordIds {

  private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
  private static final int OF_TIME = 10;
  private static final int OF_CHANCE = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private RecordIds() {}

  /** A new one for something that happens now. */
  public static String next(Instant now) {
    char[] id = new char[OF_TIME + OF_CHANCE];
    long time = now.toEpochMilli();
    for (int i = OF_TIME - 1; i >= 0; i--) {
      id[i] = ALPHABET[(int) (time & 31)];
      time >>>= 5;
    }
    byte[] random = new byte[OF_CHANCE];
    RANDOM.nextBytes(random);
    for (int i = 0; i < OF_CHANCE; i++) {
      id[OF_TIME + i] = ALPHABET[random[i] & 31];
    }
    return new String(id);
  }
}
