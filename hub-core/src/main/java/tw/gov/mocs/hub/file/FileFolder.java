package tw.gov.mocs.hub.file;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.shared.Digests;
import tw.gov.mocs.hub.shared.DiskFailure;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** The contents on the disk, each named by its SHA-256; nothing is ever seen half written. */
@Component
class FileFolder {

  private static final int CHUNK = 64 * 1024;

  private final Path root;
  private final Path incoming;

  FileFolder(FileSettings settings) {
    root = settings.folder().toAbsolutePath();
    incoming = root.resolve("incoming");
  }

  /** An upload that has arrived and is on the disk, under a name of its own. */
  record Arrived(Path path, long size, String sha256) {}

  Path root() {
    return root;
  }

  /** Makes the folder, and tries what storing will do. */
  void requireWritable() {
    try {
      Files.createDirectories(incoming);
      Path probe = Files.createTempFile(incoming, "probe", null);
      Files.delete(probe);
    } catch (IOException e) {
      String text = "hub.file.folder %s cannot be written".formatted(root);
      throw new HubException(ErrorCode.SETTINGS_INVALID, text, e, text);
    }
  }

  /** Takes an upload in; nobody waits for more bytes than the limit. */
  Arrived receive(InputStream upload, long maxBytes) {
    Path path = incoming.resolve(UUID.randomUUID().toString());
    MessageDigest digest = Digests.sha256();
    long size = 0;
    try (FileChannel out = FileChannel.open(path, CREATE_NEW, WRITE)) {
      byte[] chunk = new byte[CHUNK];
      for (int read = upload.read(chunk); read >= 0; read = upload.read(chunk)) {
        size += read;
        if (size > maxBytes) {
          throw new HubException(
              ErrorCode.FILE_TOO_LARGE, "more than " + maxBytes, megabytes(maxBytes));
        }
        digest.update(chunk, 0, read);
        ByteBuffer buffer = ByteBuffer.wrap(chunk, 0, read);
        while (buffer.hasRemaining()) {
          out.write(buffer);
        }
      }
      out.force(true);
      return new Arrived(path, size, HexFormat.of().formatHex(digest.digest()));
    } catch (IOException e) {
      discard(path);
      throw unavailable(e);
    } catch (RuntimeException e) {
      discard(path);
      throw e;
    }
  }

  /** Gives an upload its lasting name, unless its content stands there already. */
  void keep(Arrived arrived) {
    Path kept = path(arrived.sha256());
    try {
      if (Files.exists(kept) && Files.size(kept) == arrived.size()) {
        return;
      }
      Files.createDirectories(kept.getParent());
      Files.move(arrived.path(), kept, ATOMIC_MOVE);
      // A rename lasts only once its folder is on the disk too.
      try (FileChannel folder = FileChannel.open(kept.getParent())) {
        folder.force(true);
      }
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  InputStream open(String sha256) {
    try {
      return Files.newInputStream(path(sha256));
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  void delete(String sha256) {
    discard(path(sha256));
  }

  /** Deletes what is left of an upload, if anything. */
  void discard(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  /** Deletes uploads that a killed process left before this moment. */
  void discardIncomingBefore(Instant moment) {
    try (Stream<Path> left = Files.list(incoming)) {
      for (Path path : left.toList()) {
        if (Files.getLastModifiedTime(path).toInstant().isBefore(moment)) {
          discard(path);
        }
      }
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  private Path path(String sha256) {
    return root.resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  private static String megabytes(long bytes) {
    return bytes % (1024 * 1024) == 0 ? bytes / (1024 * 1024) + " MB" : bytes / 1024 + " KB";
  }

  private HubException unavailable(IOException e) {
    return new HubException(DiskFailure.code(e, root), "the folder of files fails", e);
  }
}
