package tw.gov.mocs.hub.ws;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.jetty.util.IO;
import org.jspecify.annotations.Nullable;

/**
 * One answer between being read and being sent. It holds personal data: small ones stay in memory,
 * larger ones go to a file under a key that lives only in this object, deleted on close.
 */
final class Spool extends OutputStream {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final SpoolFolder folder;
  private final int memoryLimit;
  private byte[] memory = new byte[8192];
  private int inMemory;
  private @Nullable Path file;
  private @Nullable OutputStream toFile;
  private byte @Nullable [] key;
  private long inFile;

  Spool(SpoolFolder folder, int memoryLimit) {
    this.folder = folder;
    this.memoryLimit = memoryLimit;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (file == null && inMemory + length <= memoryLimit) {
      if (inMemory + length > memory.length) {
        int size = Math.min(memoryLimit, Math.max(memory.length * 2, inMemory + length));
        memory = Arrays.copyOf(memory, size);
      }
      System.arraycopy(bytes, offset, memory, inMemory, length);
      inMemory += length;
      return;
    }
    if (toFile == null) {
      openFile();
    }
    folder.claim(length);
    inFile += length;
    try {
      requireNonNull(toFile).write(bytes, offset, length);
    } catch (IOException e) {
      throw SpoolFolder.full("the disk is full", e);
    }
  }

  private void openFile() throws IOException {
    file = folder.newFile();
    key = new byte[32];
    RANDOM.nextBytes(key);
    toFile = new CipherOutputStream(Files.newOutputStream(file), cipher(Cipher.ENCRYPT_MODE));
  }

  /** The key is used for this one file only, so the counter may begin at zero. */
  private Cipher cipher(int mode) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
      cipher.init(
          mode, new SecretKeySpec(requireNonNull(key), "AES"), new IvParameterSpec(new byte[16]));
      return cipher;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES", e);
    }
  }

  /** How many bytes it holds. */
  long length() {
    return inMemory + inFile;
  }

  /** How many bytes of the memory it takes. */
  long memory() {
    return memory.length;
  }

  /** All of it, to be closed; nothing can be written afterwards. */
  InputStream content() throws IOException {
    InputStream start = new ByteArrayInputStream(memory, 0, inMemory);
    if (file == null) {
      return start;
    }
    requireNonNull(toFile).close();
    return new SequenceInputStream(
        start, new CipherInputStream(Files.newInputStream(file), cipher(Cipher.DECRYPT_MODE)));
  }

  /** Deletes what it held. */
  @Override
  public void close() {
    Path had = file;
    if (had == null) {
      return;
    }
    file = null;
    // Nothing of it is wanted any more; why a call failed must not be hidden by how this ends.
    IO.close(toFile);
    folder.release(had, inFile);
  }
}
