package tw.gov.mocs.hub.shared;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Pattern;

/**
 * What a message tells, in words: whoever throws names a thing by its Chinese word, {@code 檔案} or
 * {@code 超過 200 字}, and a state by its constant, {@code PENDING}. The words stand beside this
 * class, in {@code told.properties} with {@code #} for each number or code in them, the states in
 * {@code states*.properties}.
 */
final class ToldWords {

  private static final Pattern CODE =
      Pattern.compile("[0-9A-Za-z](?:[0-9A-Za-z,._-]*[0-9A-Za-z])?");
  private static final Pattern PLACE = Pattern.compile("#");

  private static final ResourceBundle ENGLISH =
      ResourceBundle.getBundle("tw.gov.mocs.hub.shared.told");

  private static final ResourceBundle STATES = states(Locale.ROOT);
  private static final ResourceBundle ENGLISH_STATES = states(Locale.ENGLISH);

  private ToldWords() {}

  private static ResourceBundle states(Locale locale) {
    return ResourceBundle.getBundle(
        "tw.gov.mocs.hub.shared.states",
        locale,
        Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  /** The same in Chinese; as it is where it is no state. */
  static String inChinese(String told) {
    return STATES.containsKey(told) ? STATES.getString(told) : told;
  }

  /** The same in English; as it is where it is no such word. */
  static String inEnglish(String told) {
    if (ENGLISH_STATES.containsKey(told)) {
      return ENGLISH_STATES.getString(told);
    }
    String key = CODE.matcher(told).replaceAll("#");
    if (!ENGLISH.containsKey(key)) {
      return told;
    }
    var codes = CODE.matcher(told);
    return PLACE
        .matcher(ENGLISH.getString(key))
        .replaceAll(place -> codes.find() ? codes.group() : "");
  }
}
