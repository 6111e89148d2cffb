package tw.gov.mocs.hub.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.Folders;
import tw.gov.mocs.hub.shared.HubException;

/**
 * The checkpoints outside the database: whoever can change the database cannot change them. Each
 * node has a file of its own, and all checkpoints stand in each, one after the other. Guarantee: a
 * file that holds something else is never written.
 */
final class CheckpointFile {

  private static final int TAIL = 1 << 20;

  private final Path file;

  CheckpointFile(Path file) {
    this.file = file;
  }

  /**
   * Requires a file of checkpoints, an empty one, or one that can be made.
   *
   * @throws HubException FILE_UNUSABLE for any other
   */
  static void requireOwn(Path file) {
    new Folders.UsableFile().check(file);
    if (!Files.exists(file)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (!isBegun(text(channel, 0, Checkpoint.BEGINNING.length()))) {
        throw new IllegalArgumentException(
            "it holds something else than checkpoints; verify the log (./hub verify-log), then move"
                + " it away and keep it, or name another file");
      }
      Tail.of(channel);
    } catch (IOException e) {
      throw unusable(file, "it cannot be read", e);
    } catch (IllegalArgumentException e) {
      throw unusable(file, String.valueOf(e.getMessage()), e);
    }
  }

  private static HubException unusable(Path file, String why, Exception e) {
    String text = "the file " + file + ": " + why;
    return new HubException(ErrorCode.FILE_UNUSABLE, text, e, text);
  }

  /**
   * The number of the last whole checkpoint, 0 in a new file; cuts off one half written.
   *
   * @throws IllegalArgumentException if the file holds something else; it stays as it is
   */
  long lastNumber() throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      Tail tail = Tail.of(channel);
      // The hub was killed while it wrote.
      channel.truncate(tail.whole);
      return tail.number;
    }
  }

  /**
   * The end of a file.
   *
   * @param number of the last whole checkpoint, 0 without one
   * @param whole where it ends; one half written may follow, or what a power cut left for it
   */
  private record Tail(long number, long whole) {

    static Tail of(FileChannel channel) throws IOException {
      long from = Math.max(0, channel.size() - TAIL);
      String text = text(channel, from, TAIL);
      int end = text.lastIndexOf("\n\n");
      int whole = end < 0 ? 0 : end + 2;
      try {
        if (!isBegun(text.substring(whole)) || end < 0 && from > 0) {
          throw new IllegalArgumentException("no checkpoint at its end");
        }
        return new Tail(end < 0 ? 0 : numberAt(text, end), from + whole);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "it does not end with a checkpoint; verify the log (./hub verify-log), then move it"
                + " away and keep it: it is made anew",
            e);
      }
    }

    /** The number of the checkpoint whose empty line is there. */
    private static long numberAt(String text, int end) {
      int begin = text.lastIndexOf("\n\n", end - 1);
      String last = text.substring(begin < 0 ? 0 : begin + 2, end + 1);
      return Checkpoint.Signed.ofFileForm(last).read().number();
    }
  }

  /** Whether it is nothing, or what the hub writes first of a checkpoint, be it cut short. */
  private static boolean isBegun(String text) {
    String written = withoutLostEnd(text);
    return written.startsWith(Checkpoint.BEGINNING) || Checkpoint.BEGINNING.startsWith(written);
  }

  /** A power cut may leave NULs where it was about to be written. */
  static String withoutLostEnd(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == 0) {
      end--;
    }
    return text.substring(0, end);
  }

  private static String text(FileChannel channel, long from, int atMost) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(atMost, channel.size() - from));
    while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
      continue;
    }
    return new String(bytes.array(), StandardCharsets.US_ASCII);
  }

  void append(List<Checkpoint.Signed> checkpoints) throws IOException {
    StringBuilder text = new StringBuilder();
    checkpoints.forEach(checkpoint -> text.append(checkpoint.fileForm()));
    ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.US_ASCII));
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }
}
