package tw.gov.mocs.hub.content;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The next version of a single page as somebody has typed it so far; there is one for each page.
 *
 * @param key of which page
 * @param version counts how often it was saved, from 1
 * @param basedOn the newest version when it was made
 * @param typed what was typed
 * @param savedAt when it was saved last
 * @param savedBy by whom
 */
public record PageDraft(
    PageKey key, int version, int basedOn, Typed typed, Instant savedAt, String savedBy) {

  /** As it was typed, whole or not; null for nothing. */
  public record Typed(
      @Nullable String titleZh,
      @Nullable String titleEn,
      @Nullable String bodyZh,
      @Nullable String bodyEn,
      @Nullable String validFrom) {}
}
