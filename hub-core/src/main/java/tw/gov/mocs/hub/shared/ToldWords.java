package tw.gov.mocs.hub.shared;

import java.util.ResourceBundle;
import java.util.regex.Pattern;

/**
 * What a message tells, in English: whoever throws names a thing by its Chinese word, {@code 檔案} or
 * {@code 超過 200 字}. The words stand in {@code told.properties} beside this class, with {@code #}
 * for each number or code in them.
 */
final class ToldWords {

  private static final Pattern CODE =
      Pattern.compile("[0-9A-Za-z](?:[0-9A-Za-z,._-]*[0-9A-Za-z])?");
  private static final Pattern PLACE = Pattern.compile("#");

  private static final ResourceBundle ENGLISH =
      ResourceBundle.getBundle("tw.gov.mocs.hub.shared.told");

  private ToldWords() {}

  /** The same in English; as it is where it is no such word. */
  static String inEnglish(String told) {
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
