package tw.gov.mocs.hub.client.open;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import tw.gov.mocs.hub.client.DiskRefusal;

/**
 * Where content stands until it may be believed: a folder {@code NAME.part} that only its owner
 * reads. It becomes {@code NAME} at once or is deleted, also when the program is stopped.
 */
final class PartFolder implements AutoCloseable {

  private final Path part;
  private final Path target;
  private final Thread stopping;
  private boolean made;
  private boolean kept;
  private boolean deleted;

  /**
   * Makes it.
   *
   * @param stopped is run when the program was stopped and the folder deleted
   * @throws OpenException OUTPUT_EXISTS, OUTPUT_LEFT_BEHIND, OUTPUT_UNWRITABLE, DISK_FULL
   */
  PartFolder(Path target, Runnable stopped) {
    this.target = target;
    this.part = target.resolveSibling(target.getFileName() + ".part");
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new OpenException(OpenFailure.OUTPUT_EXISTS, target);
    }
    stopping = new Thread(() -> stop(stopped), "stop");
    make();
  }

  /** A stop waits until it is made, so that it is deleted and told whenever it stood there. */
  private synchronized void make() {
    try {
      Runtime.getRuntime().addShutdownHook(stopping);
    } catch (IllegalStateException e) {
      throw new OpenException(OpenFailure.STOPPED, e);
    }
    try {
      makeFolder(part.toAbsolutePath().resolveSibling(""));
      Files.createDirectory(part, ownerOnly());
      made = true;
    } catch (FileAlreadyExistsException e) {
      throw new OpenException(OpenFailure.OUTPUT_LEFT_BEHIND, e, part);
    } catch (IOException e) {
      throw DiskStream.refused(e, part);
    } finally {
      if (!made) {
        takeBack();
      }
    }
  }

  /** A file in its place is not taken for what an interrupted run has left. */
  private static void makeFolder(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException e) {
      throw new OpenException(OpenFailure.OUTPUT_UNWRITABLE, e, folder, new DiskRefusal(e));
    }
  }

  private FileAttribute<?>[] ownerOnly() {
    boolean posix = part.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  private synchronized void stop(Runnable stopped) {
    if (!kept) {
      if (made) {
        delete();
      }
      stopped.run();
    }
  }

  /** A new file in it. */
  synchronized OutputStream file(String name) {
    if (deleted) {
      throw new OpenException(OpenFailure.STOPPED);
    }
    Path file = part.resolve(name);
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return new DiskStream(Channels.newOutputStream(channel), channel, file);
    } catch (FileAlreadyExistsException e) {
      throw new OpenException(OpenFailure.CONTENT_OTHER, e, name);
    } catch (IOException e) {
      throw DiskStream.refused(e, file);
    }
  }

  /** Gives it its name: all of the content, or nothing. */
  synchronized void keep() {
    if (deleted) {
      throw new OpenException(OpenFailure.STOPPED);
    }
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new OpenException(OpenFailure.OUTPUT_EXISTS, target);
    }
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      kept = true;
    } catch (IOException e) {
      throw DiskStream.refused(e, target);
    }
    takeBack();
  }

  /** Takes back what a stop would do; false once somebody stops the program. */
  private boolean takeBack() {
    try {
      Runtime.getRuntime().removeShutdownHook(stopping);
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  /** Deletes it unless it was kept; does not return when the program is stopped meanwhile. */
  @Override
  public void close() {
    if (isKept()) {
      return;
    }
    // Anything may fail in a program that ends; what it tells is that it was stopped.
    while (!takeBack()) {
      LockSupport.park(stopping);
    }
    delete();
  }

  private synchronized boolean isKept() {
    return kept;
  }

  private synchronized void delete() {
    deleted = true;
    try (Stream<Path> files = Files.walk(part)) {
      List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
      for (Path each : all) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new OpenException(OpenFailure.OUTPUT_LEFT_BEHIND, e, part);
    }
  }
}
