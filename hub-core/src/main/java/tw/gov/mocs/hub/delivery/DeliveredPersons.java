package tw.gov.mocs.hub.delivery;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.PersonHash;
import tw.gov.mocs.hub.audit.PersonHasher;

/**
 * The persons in a file under way, as keyed hashes in groups of {@link #GROUP} in a file beside it:
 * they may be more than memory holds, and only what is whole gets into the log.
 */
final class DeliveredPersons implements AutoCloseable {

  /** So many persons does one record of the log name at most. */
  static final int GROUP = 10_000;

  private final PersonHasher hasher;
  private final DataOutputStream out;
  private final Set<String> group = new LinkedHashSet<>();

  DeliveredPersons(Path file, PersonHasher hasher) throws IOException {
    this.hasher = hasher;
    this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
  }

  /** Takes one group of persons. */
  interface Taker {
    void take(Set<PersonHash> persons);
  }

  void add(String identityNumber) throws IOException {
    if (group.add(identityNumber) && group.size() == GROUP) {
      write();
    }
  }

  private void write() throws IOException {
    out.writeInt(group.size());
    for (String number : group) {
      PersonHash hash = hasher.hash(number);
      out.writeUTF(hash.keyId());
      out.write(hash.value());
    }
    group.clear();
  }

  @Override
  public void close() throws IOException {
    try (out) {
      if (!group.isEmpty()) {
        write();
      }
    }
  }

  /** Reads the groups of a file; one person may be in several. */
  static void read(Path file, Taker taker) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      for (Set<PersonHash> group = group(in); group != null; group = group(in)) {
        taker.take(group);
      }
    }
  }

  private static @Nullable Set<PersonHash> group(DataInputStream in) throws IOException {
    int size;
    try {
      size = in.readInt();
    } catch (EOFException e) {
      return null;
    }
    Set<PersonHash> group = new LinkedHashSet<>(size * 2);
    for (int i = 0; i < size; i++) {
      group.add(new PersonHash(in.readUTF(), in.readNBytes(PersonHash.BYTES)));
    }
    return group;
  }
}
