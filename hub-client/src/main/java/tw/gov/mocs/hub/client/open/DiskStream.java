package tw.gov.mocs.hub.client.open;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import tw.gov.mocs.hub.client.DiskRefusal;

/** A file being written; it is on the disk once it is closed, and says when the disk is full. */
final class DiskStream extends FilterOutputStream {

  /** A disk with less than this is full, in whatever language the system says so. */
  private static final long FULL = 64 * 1024L;

  private final FileChannel channel;
  private final Path file;

  DiskStream(OutputStream out, FileChannel channel, Path file) {
    super(out);
    this.channel = channel;
    this.file = file;
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      throw refused(e, file);
    }
  }

  @Override
  public void close() {
    try (channel) {
      if (channel.isOpen()) {
        channel.force(true);
      }
    } catch (IOException e) {
      throw refused(e, file);
    }
  }

  /** What a disk refused; a file system may also have a limit of its own for one file. */
  static OpenException refused(IOException e, Path where) {
    String why = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    boolean full =
        why.contains("no space")
            || why.contains("not enough space")
            || why.contains("too large")
            || why.contains("quota")
            || isFull(where);
    return full
        ? new OpenException(OpenFailure.DISK_FULL, e, where)
        : new OpenException(OpenFailure.OUTPUT_UNWRITABLE, e, where, new DiskRefusal(e));
  }

  private static boolean isFull(Path where) {
    try {
      Path folder = where.toAbsolutePath().getParent();
      return folder != null && Files.getFileStore(folder).getUsableSpace() < FULL;
    } catch (IOException e) {
      return false;
    }
  }
}
