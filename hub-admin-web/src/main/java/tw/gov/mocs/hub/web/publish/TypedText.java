package tw.gov.mocs.hub.web.publish;

import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.content.Bilingual;
import tw.gov.mocs.hub.content.ContentPage;
import tw.gov.mocs.hub.content.PageDraft;
import tw.gov.mocs.hub.web.layout.RocDay;

/**
 * What stands in the form of a new version of a single text; "" where nothing does.
 *
 * @param titleZh its heading
 * @param titleEn the same in English
 * @param textZh Markdown
 * @param textEn the same in English
 * @param from the day from which on it counts, as typed
 */
record TypedText(String titleZh, String titleEn, String textZh, String textEn, String from) {

  /** Tidies it; the form may lack any of them. */
  TypedText(
      @Nullable String titleZh,
      @Nullable String titleEn,
      @Nullable String textZh,
      @Nullable String textEn,
      @Nullable String from) {
    this.titleZh = text(titleZh);
    this.titleEn = text(titleEn);
    this.textZh = text(textZh);
    this.textEn = text(textEn);
    this.from = text(from);
  }

  /** What was saved. */
  static TypedText of(PageDraft.Typed saved) {
    return new TypedText(
        saved.titleZh(), saved.titleEn(), saved.bodyZh(), saved.bodyEn(), saved.validFrom());
  }

  /** What can be saved; what is empty is kept as nothing. */
  PageDraft.Typed saved() {
    return new PageDraft.Typed(
        orNull(titleZh), orNull(titleEn), orNull(textZh), orNull(textEn), orNull(from));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** The newest version, to be changed, from a day on. */
  static TypedText of(ContentPage newest, String from) {
    return new TypedText(
        newest.title().zh(), newest.title().en(), newest.body().zh(), newest.body().en(), from);
  }

  Bilingual title() {
    return new Bilingual(titleZh, titleEn);
  }

  Bilingual text() {
    return new Bilingual(textZh, textEn);
  }

  RocDay day() {
    return RocDay.of(from);
  }

  /** Whether a version says the same, so that none need be issued. */
  boolean isLike(ContentPage version) {
    return version.title().equals(title()) && version.body().equals(text());
  }

  private static String text(@Nullable String sent) {
    return sent == null ? "" : sent.replace("\r\n", "\n").strip();
  }
}
