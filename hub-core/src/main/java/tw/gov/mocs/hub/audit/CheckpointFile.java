package tw.gov.mocs.hub.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The checkpoints outside the database: whoever can change the database cannot change them. Each
 * node has a file of its own, and all checkpoints stand in each, one after the other.
 */
final class CheckpointFile {

  private static final int TAIL = 1 << 20;

  private final Path file;

  CheckpointFile(Path file) {
    this.file = file;
  }

  /** The number of the last whole checkpoint, 0 in a new file; cuts off one half written. */
  long lastNumber() throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long from = Math.max(0, channel.size() - TAIL);
      ByteBuffer tail = ByteBuffer.allocate((int) (channel.size() - from));
      while (tail.hasRemaining() && channel.read(tail, from + tail.position()) >= 0) {
        continue;
      }
      String text = new String(tail.array(), StandardCharsets.US_ASCII);
      int end = text.lastIndexOf("\n\n");
      // The hub was killed while it wrote.
      channel.truncate(end < 0 ? from : from + end + 2);
      if (end < 0) {
        return 0;
      }
      int begin = text.lastIndexOf("\n\n", end - 1);
      String last = text.substring(begin < 0 ? 0 : begin + 2, end + 1);
      return Checkpoint.Signed.ofFileForm(last).read().number();
    }
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
