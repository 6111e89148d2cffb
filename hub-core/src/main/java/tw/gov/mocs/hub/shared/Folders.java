package tw.gov.mocs.hub.shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders that the hub writes into, and makes where they are absent. */
public final class Folders {

  private Folders() {}

  /** A folder that is there and can be written, or can be made. */
  public static final class Usable implements Check<Path> {

    @Override
    public void check(Path folder) {
      if (folder.toString().isBlank()) {
        throw unusable(folder, "it has no name");
      }
      Path there = folder.toAbsolutePath();
      while (!Files.exists(there)) {
        Path above = there.getParent();
        if (above == null) {
          throw unusable(folder, "nothing of its path exists");
        }
        there = above;
      }
      if (!Files.isDirectory(there)) {
        throw unusable(folder, there + " is no folder");
      }
      if (!isWritable(there)) {
        throw unusable(folder, there + " cannot be written");
      }
    }

    /** By trying: permissions do not tell of a file system that takes no files. */
    private static boolean isWritable(Path there) {
      try {
        Files.delete(Files.createTempFile(there, "hub", null));
        return true;
      } catch (IOException e) {
        return false;
      }
    }
  }

  /** A file in such a folder, which is there and can be written, or can be made. */
  public static final class UsableFile implements Check<Path> {

    @Override
    public void check(Path file) {
      if (file.toString().isBlank()) {
        throw unusable(file, "it has no name");
      }
      if (Files.exists(file) && (!Files.isRegularFile(file) || !Files.isWritable(file))) {
        throw unusable(file, "it is no file that can be written");
      }
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        new Usable().check(folder);
      }
    }
  }

  private static HubException unusable(Path path, String why) {
    String text = "the path " + path + " cannot be used: " + why;
    return new HubException(ErrorCode.SETTINGS_INVALID, text, text);
  }
}
