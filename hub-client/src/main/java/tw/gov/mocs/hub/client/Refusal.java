package tw.gov.mocs.hub.client;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Why the simulator refuses a request, with the code that the hub gives for it. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final String BUNDLE = "tw.gov.mocs.hub.client.simulator";

  private final String code;
  private final String[] told;

  /**
   * A refusal.
   *
   * @param code for example {@code HUB-2005}
   * @param told what fills its text
   */
  Refusal(String code, String... told) {
    super(code);
    this.code = code;
    this.told = told.clone();
  }

  String code() {
    return code;
  }

  String message(Locale locale) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return MessageFormat.format(bundle.getString(code), (Object[]) told);
  }
}
