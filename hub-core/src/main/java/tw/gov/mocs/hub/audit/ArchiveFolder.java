package tw.gov.mocs.hub.audit;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.Digests;

/** The folder of the archive: each file with its signed head beside it. */
final class ArchiveFolder {

  static final String MISSING = "is missing in the folder of the archive";

  private static final String PART = ".part";

  /** Nobody writes a file for so long. */
  private static final Duration LEFT = Duration.ofDays(1);

  private final Path folder;

  ArchiveFolder(Path folder) {
    this.folder = folder;
  }

  Path file(ArchiveHead head) {
    return folder.resolve(head.fileName());
  }

  /** A new file that only its owner can read; it has its name once it is whole. */
  Path part(long number) throws IOException {
    Files.createDirectories(folder);
    return Files.createTempFile(folder, "audit-%06d-".formatted(number), PART);
  }

  /** Gives a whole file its name; it has it on the disk afterwards. */
  void keep(Path part, ArchiveHead head) throws IOException {
    name(part, file(head));
  }

  /** Writes the head beside the file. */
  void keepHead(ArchiveHead head, Checkpoint.Signed signed) throws IOException {
    if (faultOfHead(head, signed) != null) {
      Path part = part(head.number());
      write(part, signed);
      name(part, folder.resolve(head.headName()));
    }
  }

  private void name(Path part, Path whole) throws IOException {
    Files.move(part, whole, ATOMIC_MOVE);
    try (FileChannel names = FileChannel.open(folder)) {
      names.force(true);
    }
  }

  private static void write(Path file, Checkpoint.Signed signed) throws IOException {
    try (FileChannel out = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(signed.fileForm().getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
  }

  /** Deletes what ended hubs left of this number, and what they had begun. */
  void discardLeft(ArchiveHead head, Instant now) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "audit-*")) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        boolean begun =
            name.endsWith(PART)
                && Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(LEFT));
        boolean another =
            !name.endsWith(PART)
                && name.startsWith("audit-%06d-".formatted(head.number()))
                && !name.equals(head.fileName())
                && !name.equals(head.headName());
        if (begun || another) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** What is wrong with a file, in a sentence; null when it is the one that was signed. */
  @Nullable String faultOfFile(ArchiveHead head, List<ArchiveHead> all) {
    Path file = file(head);
    try {
      if (!Files.exists(file)) {
        return MISSING;
      }
      byte[] digest = digest(file);
      if (Arrays.equals(digest, head.digest())) {
        return null;
      }
      for (ArchiveHead other : all) {
        if (Arrays.equals(digest, other.digest())) {
          return "is the file of archive " + other.number();
        }
      }
      long size = Files.size(file);
      return size < head.bytes()
          ? "was cut off: it has %d of %d bytes".formatted(size, head.bytes())
          : "was changed: it is not the file that was signed";
    } catch (IOException e) {
      return "cannot be read";
    }
  }

  /** The same of the head beside it. */
  @Nullable String faultOfHead(ArchiveHead head, Checkpoint.Signed signed) {
    Path file = folder.resolve(head.headName());
    try {
      if (!Files.exists(file)) {
        return MISSING;
      }
      byte[] wanted = signed.fileForm().getBytes(StandardCharsets.US_ASCII);
      return Arrays.equals(Files.readAllBytes(file), wanted)
          ? null
          : "is not the head that the database holds";
    } catch (IOException e) {
      return "cannot be read";
    }
  }

  private static byte[] digest(Path file) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(file), Digests.sha256())) {
      in.transferTo(OutputStream.nullOutputStream());
      return in.getMessageDigest().digest();
    }
  }
}
