package tw.gov.mocs.hub.shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a failure to write a file says about the disk. */
public final class DiskFailure {

  /** With less than this nothing more of a file fits. */
  private static final long NOTHING_LEFT = 1024L * 1024;

  private DiskFailure() {}

  /**
   * FILE_STORE_FULL if there is no space left, else FILE_STORE_UNAVAILABLE.
   *
   * @param failure what writing to the folder led to
   * @param folder where it was written
   */
  public static ErrorCode code(IOException failure, Path folder) {
    return tellsFull(failure) || isFull(folder)
        ? ErrorCode.FILE_STORE_FULL
        : ErrorCode.FILE_STORE_UNAVAILABLE;
  }

  /** The words of Linux, of Windows and of a quota; a system of another language uses others. */
  private static boolean tellsFull(IOException failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String why = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      if (why.contains("no space left")
          || why.contains("not enough space")
          || why.contains("disk quota exceeded")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFull(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace() < NOTHING_LEFT;
    } catch (IOException e) {
      return false;
    }
  }
}
