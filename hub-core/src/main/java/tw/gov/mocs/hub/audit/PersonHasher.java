package tw.gov.mocs.hub.audit;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.shared.KeyFiles;

/**
 * Turns identity numbers into keyed hashes (HMAC-SHA-256). Guarantee: without the key a hash tells
 * nothing; with it every number can be tried, because there are few.
 */
@Component
public class PersonHasher {

  private static final String ALGORITHM = "HmacSHA256";

  private final List<Key> keys;

  PersonHasher(AuditSettings settings) {
    List<Key> read = new ArrayList<>();
    for (KeyFile key : settings.identityHashKeys()) {
      read.add(new Key(key.id(), KeyFiles.secretKey(key.file(), ALGORITHM)));
    }
    keys = List.copyOf(read);
  }

  /** The hash under the present key of the number, normalised (trimmed, capitals). */
  public PersonHash hash(String identityNumber) {
    return keys.get(0).hash(normalised(identityNumber));
  }

  /** The hashes under the present and all past keys: what a search looks for. */
  public List<PersonHash> hashesOf(String identityNumber) {
    byte[] normalised = normalised(identityNumber);
    return keys.stream().map(key -> key.hash(normalised)).toList();
  }

  private static byte[] normalised(String identityNumber) {
    return identityNumber.strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
  }

  private record Key(String id, Mac keyed) {

    Key(String id, SecretKey secret) {
      this(id, keyed(secret));
    }

    PersonHash hash(byte[] normalised) {
      try {
        // A keyed Mac is copied: cheaper than keying a new one for each of ten thousand rows.
        return new PersonHash(id, ((Mac) keyed.clone()).doFinal(normalised));
      } catch (CloneNotSupportedException e) {
        throw new IllegalStateException("the Mac of the JDK can be copied", e);
      }
    }

    private static Mac keyed(SecretKey secret) {
      try {
        Mac mac = Mac.getInstance(ALGORITHM);
        mac.init(secret);
        return mac;
      } catch (NoSuchAlgorithmException | InvalidKeyException e) {
        throw new IllegalStateException("every Java has " + ALGORITHM, e);
      }
    }
  }
}
