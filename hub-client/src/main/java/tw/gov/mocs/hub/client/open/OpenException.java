package tw.gov.mocs.hub.client.open;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a file was not opened; nothing of its content is left anywhere. */
final class OpenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final OpenFailure failure;
  private final List<String> told;

  OpenException(OpenFailure failure, @Nullable Throwable cause, Object... told) {
    super(failure.name(), cause);
    this.failure = failure;
    this.told = Arrays.stream(told).map(String::valueOf).toList();
  }

  OpenException(OpenFailure failure, Object... told) {
    this(failure, (Throwable) null, told);
  }

  OpenFailure failure() {
    return failure;
  }

  String message(Locale locale) {
    return failure.message(locale, told);
  }
}
