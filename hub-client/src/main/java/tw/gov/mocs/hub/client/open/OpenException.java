package tw.gov.mocs.hub.client.open;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.client.InWords;

/** Why a file was not opened; nothing of its content is left anywhere. */
final class OpenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final OpenFailure failure;
  private final String chinese;
  private final String english;

  OpenException(OpenFailure failure, @Nullable Throwable cause, Object... told) {
    super(failure.name(), cause);
    this.failure = failure;
    this.chinese = text(failure, Locale.TAIWAN, told);
    this.english = text(failure, Locale.ENGLISH, told);
  }

  OpenException(OpenFailure failure, Object... told) {
    this(failure, (Throwable) null, told);
  }

  OpenFailure failure() {
    return failure;
  }

  /** English for {@link Locale#ENGLISH}, else zh-TW. */
  String message(Locale locale) {
    return locale.equals(Locale.ENGLISH) ? english : chinese;
  }

  private static String text(OpenFailure failure, Locale locale, Object... told) {
    return failure.message(
        locale, Arrays.stream(told).map(one -> InWords.text(one, locale)).toList());
  }
}
