package tw.gov.mocs.hub.client;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Something that a message tells and that is called otherwise in each language. */
public interface InWords {

  /** English for {@link Locale#ENGLISH}, else zh-TW. */
  String text(Locale locale);

  /** Anything that a message may tell; several things one after another. */
  static String text(Object told, Locale locale) {
    if (told instanceof Collection<?> several) {
      return several.stream().map(one -> text(one, locale)).collect(Collectors.joining("; "));
    }
    return told instanceof InWords known ? known.text(locale) : String.valueOf(told);
  }
}
