package tw.gov.mocs.hub.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import tw.gov.mocs.hub.shared.Digests;

/**
 * The persons of one answer in their byte form, over which the digest in the chained content is
 * taken: sorted by key and hash, for each the length of the key id (one byte), the key id in UTF-8
 * and the 32 bytes of the hash.
 */
record PersonSet(int count, byte[] bytes) {

  static final PersonSet EMPTY = new PersonSet(0, new byte[0]);

  static PersonSet of(Collection<PersonHash> persons) {
    if (persons.isEmpty()) {
      return EMPTY;
    }
    List<PersonHash> sorted = new ArrayList<>(persons);
    Collections.sort(sorted);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(sorted.size() * 48);
    for (PersonHash person : sorted) {
      byte[] keyId = person.keyId().getBytes(StandardCharsets.UTF_8);
      bytes.write(keyId.length);
      bytes.writeBytes(keyId);
      bytes.writeBytes(person.value());
    }
    return new PersonSet(sorted.size(), bytes.toByteArray());
  }

  /** The persons of a byte form. */
  static List<PersonHash> read(byte[] bytes) {
    List<PersonHash> persons = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    while (in.hasRemaining()) {
      byte[] keyId = new byte[in.get()];
      in.get(keyId);
      byte[] hash = new byte[PersonHash.BYTES];
      in.get(hash);
      persons.add(new PersonHash(new String(keyId, StandardCharsets.UTF_8), hash));
    }
    return persons;
  }

  byte[] digest() {
    return Digests.sha256(bytes);
  }
}
