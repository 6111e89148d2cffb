package tw.gov.mocs.hub.client.open;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import tw.gov.mocs.hub.client.DiskRefusal;

/** A file that is read once: tells how far, its digest, and whether more was wanted than it has. */
final class Watched extends FilterInputStream {

  private static final int PIECE = 64 * 1024;

  private final Path file;
  private final Progress progress;
  private final MessageDigest digest = Digests.sha256();
  private long bytes;
  private long zeros;
  private boolean ended;

  /**
   * Opens it.
   *
   * @throws OpenException FILE_MISSING, FILE_UNREADABLE, also later
   */
  static Watched open(Path file, Progress progress) {
    try {
      return new Watched(Files.newInputStream(file), file, progress);
    } catch (NoSuchFileException e) {
      throw new OpenException(OpenFailure.FILE_MISSING, e, file);
    } catch (IOException e) {
      throw new OpenException(OpenFailure.FILE_UNREADABLE, e, file, new DiskRefusal(e));
    }
  }

  private Watched(InputStream in, Path file, Progress progress) {
    super(in);
    this.file = file;
    this.progress = progress;
  }

  /** Whether somebody wanted to read behind its end. */
  boolean ended() {
    return ended;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] to, int from, int length) {
    try {
      int count = in.read(to, from, length);
      if (count < 0) {
        ended = true;
      } else {
        digest.update(to, from, count);
        bytes += count;
        countZeros(to, from, count);
        progress.read(bytes);
      }
      return count;
    } catch (IOException e) {
      throw new OpenException(OpenFailure.FILE_UNREADABLE, e, file, new DiskRefusal(e));
    }
  }

  private void countZeros(byte[] read, int from, int count) {
    int at = from + count;
    while (at > from && read[at - 1] == 0) {
      at--;
    }
    int here = from + count - at;
    zeros = here == count ? zeros + count : here;
  }

  /** Whether what was read so far ends in at least so many zeros. */
  boolean endsInZeros(int count) {
    return zeros >= count;
  }

  /** SHA-256 of the whole file, hexadecimal; reads what is left of it. To be asked once. */
  String sha256() {
    byte[] rest = new byte[PIECE];
    for (int read = 0; read >= 0; ) {
      read = read(rest, 0, rest.length);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new OpenException(OpenFailure.FILE_UNREADABLE, e, file, new DiskRefusal(e));
    }
  }

  /** Not known: a pipe cannot tell. */
  @Override
  public int available() {
    return 0;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
