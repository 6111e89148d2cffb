package tw.gov.mocs.hub.client;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The hub refused the call. Only a fault that is {@link #verified} is known to come from the hub;
 * any other could be written by whoever stands between.
 */
public final class HubFaultException extends HubClientException {

  private static final long serialVersionUID = 1L;

  private final Detail detail;
  private final boolean verified;

  /**
   * What a fault says.
   *
   * @param code for example {@code HUB-5001}; the SOAP fault code where the hub gave none
   * @param message the sentence in zh-TW
   * @param messageEn the sentence in English
   * @param requestId of the request as the hub read it
   * @param recordId the number of this refusal in the hub's log
   */
  record Detail(
      String code,
      String message,
      String messageEn,
      @Nullable String requestId,
      @Nullable String recordId)
      implements Serializable {}

  HubFaultException(Detail detail, boolean verified) {
    super(detail.code() + ": " + detail.messageEn(), null);
    this.detail = detail;
    this.verified = verified;
  }

  /** The code, explained in the hub's error code table. */
  public String code() {
    return detail.code();
  }

  @Override
  public String message(Locale locale) {
    return locale.getLanguage().equals("en") ? detail.messageEn() : detail.message();
  }

  /** The id of the request that was refused, as the hub read it. */
  public Optional<String> requestId() {
    return Optional.ofNullable(detail.requestId());
  }

  /** The number of this refusal in the hub's log; tell it when you report an error. */
  public Optional<String> recordId() {
    return Optional.ofNullable(detail.recordId());
  }

  /** Whether the hub signed this fault, fresh, for this very request. */
  public boolean verified() {
    return verified;
  }

  @Override
  public int exitCode() {
    return 1;
  }
}
