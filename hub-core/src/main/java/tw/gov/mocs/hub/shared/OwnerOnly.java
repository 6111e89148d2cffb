package tw.gov.mocs.hub.shared;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Files and folders that nobody but their owner can read, from the moment they stand there; as the
 * system makes them where it knows no such rights (POSIX).
 */
public final class OwnerOnly {

  private OwnerOnly() {}

  /** For the methods of {@link Files} that make a file. */
  public static FileAttribute<?>[] file() {
    return attributes("rw-------");
  }

  /** Makes an empty file. */
  public static void makeFile(Path file) throws IOException {
    Files.createFile(file, file());
  }

  /** Makes a folder, unless it is there; those above it are made as everybody's are. */
  public static void makeFolder(Path folder) throws IOException {
    Path absolute = folder.toAbsolutePath().normalize();
    if (Files.isDirectory(absolute)) {
      return;
    }
    Path above = absolute.getParent();
    if (above != null) {
      Files.createDirectories(above);
    }
    Files.createDirectories(absolute, attributes("rwx------"));
  }

  private static FileAttribute<?>[] attributes(String rights) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }
}
