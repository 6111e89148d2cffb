package tw.gov.mocs.hub.ws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.Folders;
import tw.gov.mocs.hub.shared.HubException;

/**
 * Where large answers wait for their record. Guarantee: never more files and bytes than the limits
 * allow, and nothing is left over from before the start.
 */
final class SpoolFolder {

  private static final Logger LOG = LoggerFactory.getLogger(SpoolFolder.class);
  private static final String SUFFIX = ".spool";

  private final Path folder;
  private final WsSettings.Spooling limits;
  private final AtomicInteger files = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();

  /** Makes the folder if need be, and empties it. */
  SpoolFolder(Path folder, WsSettings.Spooling limits) {
    this.folder = folder;
    this.limits = limits;
    new Folders.Usable().check(folder);
    try {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
        for (Path file : old) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the spool folder " + folder + " cannot be used", e);
    }
  }

  /** A spool for one answer; to be closed. */
  Spool open() {
    return new Spool(this, limits.memoryBytes());
  }

  Path newFile() {
    if (files.incrementAndGet() > limits.maxFiles()) {
      files.decrementAndGet();
      throw full("too many files", null);
    }
    try {
      return Files.createTempFile(folder, "answer", SUFFIX);
    } catch (IOException e) {
      files.decrementAndGet();
      throw full("no file can be made", e);
    }
  }

  void claim(int more) {
    if (bytes.addAndGet(more) > limits.maxBytes()) {
      bytes.addAndGet(-more);
      throw full("too many bytes", null);
    }
  }

  void release(Path file, long itsBytes) {
    bytes.addAndGet(-itsBytes);
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("the spool file {} cannot be deleted", file, e);
    } finally {
      files.decrementAndGet();
    }
  }

  static HubException full(String detail, @Nullable Throwable cause) {
    return new HubException(ErrorCode.SPOOL_FULL, "spool: " + detail, cause);
  }
}
