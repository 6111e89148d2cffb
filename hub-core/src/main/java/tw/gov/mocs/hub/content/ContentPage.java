package tw.gov.mocs.hub.content;

import java.time.Instant;

/**
 * A single page of the portal.
 *
 * @param key which
 * @param version grows with each change
 * @param title its heading
 * @param body Markdown
 * @param changedAt when it was last changed
 */
public record ContentPage(
    PageKey key, int version, Bilingual title, Bilingual body, Instant changedAt) {

  void check() {
    ContentLimits.require("標題", title, ContentLimits.TITLE);
    ContentLimits.require("內容", body, ContentLimits.BODY);
  }
}
