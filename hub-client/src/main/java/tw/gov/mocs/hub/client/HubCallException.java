package tw.gov.mocs.hub.client;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A call that could not be made, got no answer, or got one that must not be believed. {@link
 * #failure} says which; its kind TRANSPORT may be tried again, with {@link HubRequest#again}: the
 * hub may have served and counted the call whose answer was lost.
 */
public final class HubCallException extends HubClientException {

  private static final long serialVersionUID = 1L;

  private final Failure failure;
  private final String chinese;

  HubCallException(Failure failure, @Nullable Throwable cause, Object... told) {
    super(text(failure, Locale.ENGLISH, told), cause);
    this.failure = failure;
    this.chinese = text(failure, Locale.TAIWAN, told);
  }

  HubCallException(Failure failure, Object... told) {
    this(failure, (Throwable) null, told);
  }

  /** A file that cannot be read or written, for what reason ever. */
  static HubCallException unreadable(Path file, IOException e) {
    return e instanceof NoSuchFileException
        ? new HubCallException(Failure.FILE_MISSING, e, file)
        : new HubCallException(Failure.FILE_UNREADABLE, e, file, new DiskRefusal(e));
  }

  private static String text(Failure failure, Locale locale, Object... told) {
    return failure.message(
        locale, Arrays.stream(told).map(one -> InWords.text(one, locale)).toList());
  }

  /** What failed. */
  public Failure failure() {
    return failure;
  }

  @Override
  public String message(Locale locale) {
    return locale.equals(Locale.ENGLISH) ? String.valueOf(getMessage()) : chinese;
  }

  @Override
  public int exitCode() {
    return failure.kind().exitCode();
  }
}
