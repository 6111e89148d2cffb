package tw.gov.mocs.hub.client;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a call gave no rows: the hub refused it, or the call failed before or after the hub. */
public abstract sealed class HubClientException extends RuntimeException
    permits HubFaultException, HubCallException {

  private static final long serialVersionUID = 1L;

  HubClientException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /**
   * One sentence for a person: what happened and what to do.
   *
   * @param locale English for {@link Locale#ENGLISH}, else zh-TW
   */
  public abstract String message(Locale locale);

  /** What a command ends with: 1 fault, 2 usage, 3 verification, 4 transport. */
  public abstract int exitCode();
}
