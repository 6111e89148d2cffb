package tw.gov.mocs.hub.client;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A call that could not be made, got no answer, or got one that must not be believed. */
public final class HubCallException extends HubClientException {

  private static final long serialVersionUID = 1L;

  private final Failure failure;
  private final List<String> told;

  HubCallException(Failure failure, @Nullable Throwable cause, Object... told) {
    super(text(failure, Locale.ENGLISH, told), cause);
    this.failure = failure;
    this.told = Arrays.stream(told).map(String::valueOf).toList();
  }

  HubCallException(Failure failure, Object... told) {
    this(failure, (Throwable) null, told);
  }

  private static String text(Failure failure, Locale locale, Object... told) {
    return failure.message(locale, Arrays.stream(told).map(String::valueOf).toList());
  }

  /** What failed. */
  public Failure failure() {
    return failure;
  }

  @Override
  public String message(Locale locale) {
    return failure.message(locale, told);
  }

  @Override
  public int exitCode() {
    return failure.kind().exitCode();
  }
}
