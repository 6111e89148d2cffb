package tw.gov.mocs.hub.delivery;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.shared.DiskFailure;
import tw.gov.mocs.hub.shared.ErrorCode;

/** The sealed files on the disk; one has its name only when it is whole. */
@Component
class DeliveryFolder {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryFolder.class);

  private final Path root;

  DeliveryFolder(DeliverySettings settings) {
    root = settings.folder().toAbsolutePath();
  }

  /** Where this file stands once it is whole. */
  Path file(String deliveryNo) {
    return root.resolve(deliveryNo + ".p7m");
  }

  /** A file under way, empty. */
  FileChannel begin(String deliveryNo, int attempt) throws IOException {
    Files.createDirectories(root);
    return FileChannel.open(part(deliveryNo, attempt), CREATE, TRUNCATE_EXISTING, WRITE);
  }

  /** Gives a file that is on the disk its lasting name. */
  void keep(String deliveryNo, int attempt) throws IOException {
    Files.move(part(deliveryNo, attempt), file(deliveryNo), ATOMIC_MOVE);
    // A rename lasts only once its folder is on the disk too.
    try (FileChannel folder = FileChannel.open(root)) {
      folder.force(true);
    }
  }

  /** What a failure to write here is called. */
  ErrorCode code(IOException failure) {
    return DiskFailure.code(failure, root);
  }

  /** Deletes what is left of the attempts up to this one: a node that was killed left its own. */
  void discard(String deliveryNo, int lastAttempt) {
    for (int attempt = 1; attempt <= lastAttempt; attempt++) {
      delete(part(deliveryNo, attempt));
      delete(persons(deliveryNo, attempt));
    }
  }

  /** Deletes the file. */
  void delete(String deliveryNo) {
    delete(file(deliveryNo));
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      LOG.warn("{} cannot be deleted: {}", path, e.toString());
    }
  }

  /** Where the keyed hashes of the persons stand until they are in the log. */
  Path persons(String deliveryNo, int attempt) {
    return root.resolve(deliveryNo + "." + attempt + ".persons");
  }

  private Path part(String deliveryNo, int attempt) {
    return root.resolve(deliveryNo + "." + attempt + ".part");
  }
}
