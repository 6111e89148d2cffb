package tw.gov.mocs.hub.audit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import tw.gov.mocs.hub.shared.Digests;

/**
 * The persons of one answer, sorted by key and hash. Their byte form, over which the digest in the
 * chained content is taken, is for each the length of the key id (one byte), the key id in UTF-8
 * and the 32 bytes of the hash.
 */
final class PersonSet {

  static final PersonSet EMPTY = new PersonSet(List.of());

  /** Up to this many are rows that can be searched by an index; above they are one block. */
  private static final int ROWS_AT_MOST = 100;

  private final List<PersonHash> sorted;
  private final byte[] bytes;

  private PersonSet(List<PersonHash> sorted) {
    this.sorted = sorted;
    this.bytes = bytesOf(sorted);
  }

  static PersonSet of(Collection<PersonHash> persons) {
    if (persons.isEmpty()) {
      return EMPTY;
    }
    List<PersonHash> sorted = new ArrayList<>(persons);
    Collections.sort(sorted);
    return new PersonSet(sorted);
  }

  /** Reads a block back; what cannot be read is not what was stored, and holds nobody. */
  static List<PersonHash> ofBlock(byte[] block) {
    List<PersonHash> persons = new ArrayList<>();
    try (DataInputStream in =
        new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(block)))) {
      for (int length = in.read(); length >= 0; length = in.read()) {
        String keyId = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        byte[] value = new byte[32];
        in.readFully(value);
        persons.add(new PersonHash(keyId, value));
      }
    } catch (IOException e) {
      return List.of();
    }
    return persons;
  }

  int count() {
    return sorted.size();
  }

  byte[] digest() {
    return Digests.sha256(bytes);
  }

  /** The persons to store as rows; none when they are stored as a block. */
  List<PersonHash> rows() {
    return isBlock() ? List.of() : sorted;
  }

  boolean isBlock() {
    return isBlock(sorted.size());
  }

  /** Whether so many are stored as a block. */
  static boolean isBlock(int count) {
    return count > ROWS_AT_MOST;
  }

  /** All persons, compressed. */
  byte[] block() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      deflater.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return out.toByteArray();
  }

  Set<PersonHash> asSet() {
    return Collections.unmodifiableSet(new LinkedHashSet<>(sorted));
  }

  private static byte[] bytesOf(List<PersonHash> sorted) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(sorted.size() * 48);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (PersonHash person : sorted) {
        byte[] keyId = person.keyId().getBytes(StandardCharsets.UTF_8);
        out.writeByte(keyId.length);
        out.write(keyId);
        out.write(person.value());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }
}
