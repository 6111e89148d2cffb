package tw.gov.mocs.hub.web.publish;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.content.Bilingual;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.web.layout.RocDay;

/**
 * What stands in the form of an entry; "" where nothing does.
 *
 * @param titleZh the title, the question or the name
 * @param titleEn the same in English
 * @param textZh the body, the answer, the description or the address
 * @param textEn the same in English
 * @param from the first day, as typed
 * @param to the last day, as typed
 * @param place in the list, as typed
 * @param pinned whether it stands above the others
 */
record TypedEntry(
    String titleZh,
    String titleEn,
    String textZh,
    String textEn,
    String from,
    String to,
    String place,
    boolean pinned) {

  private static final String PLACE = "[0-9]{1,4}";

  /** As the browser sent it: any of them may be missing. */
  record Sent(
      @Nullable String titleZh,
      @Nullable String titleEn,
      @Nullable String textZh,
      @Nullable String textEn,
      @Nullable String from,
      @Nullable String to,
      @Nullable String place,
      @Nullable String pinned) {

    TypedEntry typed() {
      return new TypedEntry(
          text(titleZh),
          text(titleEn),
          text(textZh),
          text(textEn),
          text(from),
          text(to),
          text(place),
          pinned != null);
    }

    private static String text(@Nullable String sent) {
      return sent == null ? "" : sent.replace("\r\n", "\n").strip();
    }
  }

  /** A kept entry as its form shows it. */
  static TypedEntry of(
      Bilingual title,
      Bilingual text,
      LocalDate from,
      @Nullable LocalDate to,
      int place,
      boolean pinned) {
    return new TypedEntry(
        title.zh(),
        english(title),
        text.zh(),
        english(text),
        new RocDate(from).toString(),
        to == null ? "" : new RocDate(to).toString(),
        String.valueOf(place),
        pinned);
  }

  Bilingual title() {
    return new Bilingual(titleZh, titleEn);
  }

  Bilingual text() {
    return new Bilingual(textZh, textEn);
  }

  RocDay firstDay() {
    return RocDay.of(from);
  }

  RocDay lastDay() {
    return RocDay.of(to);
  }

  /** 0 for what is no place. */
  int placeNumber() {
    return place.matches(PLACE) ? Integer.parseInt(place) : 0;
  }

  private static String english(Bilingual both) {
    String english = both.en();
    return english == null ? "" : english;
  }
}
