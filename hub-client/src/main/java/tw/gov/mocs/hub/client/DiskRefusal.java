package tw.gov.mocs.hub.client;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Locale;

/** Why a file cannot be read or written, in words. */
public record DiskRefusal(IOException cause) implements InWords {

  @Override
  public String text(Locale locale) {
    if (cause instanceof AccessDeniedException) {
      return Failure.text("DISK_NO_PERMISSION", locale, List.of());
    }
    if (cause instanceof NoSuchFileException || cause instanceof NotDirectoryException) {
      return Failure.text("DISK_NO_FOLDER", locale, List.of());
    }
    if (cause instanceof FileAlreadyExistsException) {
      return Failure.text("DISK_IS_FILE", locale, List.of());
    }
    String why = cause instanceof FileSystemException refused ? refused.getReason() : null;
    // What the system says, in its own language; without a word of it, what Java calls it.
    String said = why == null ? cause.getMessage() : why;
    return said == null ? cause.getClass().getSimpleName() : said;
  }
}
