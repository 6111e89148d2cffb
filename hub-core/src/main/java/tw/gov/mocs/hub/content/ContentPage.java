package tw.gov.mocs.hub.content;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One version of a single page of the portal. It is never changed.
 *
 * @param key which page
 * @param version from 1
 * @param title its heading
 * @param body Markdown
 * @param validFrom the Taipei day from which on it counts, until the next one does
 * @param changedAt when it was issued
 */
public record ContentPage(
    PageKey key,
    int version,
    Bilingual title,
    Bilingual body,
    LocalDate validFrom,
    Instant changedAt) {

  /** Whether another version says the same, from whichever day on. */
  public boolean saysAs(ContentPage other) {
    return title.equals(other.title) && body.equals(other.body);
  }

  void check() {
    ContentLimits.require("標題", title, ContentLimits.TITLE);
    ContentLimits.require("內容", body, ContentLimits.BODY);
  }
}
