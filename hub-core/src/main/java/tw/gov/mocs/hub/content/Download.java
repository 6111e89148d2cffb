package tw.gov.mocs.hub.content;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 檔案下載.
 *
 * @param id key in the database
 * @param version grows with each change
 * @param published false for a draft
 * @param content what it is
 * @param changedAt when it was last changed
 */
public record Download(long id, int version, boolean published, Content content, Instant changedAt)
    implements Entry<Download.Content> {

  /**
   * What a download is; its file stands apart.
   *
   * @param title one line
   * @param description plain text
   * @param from shown from this Taipei day
   * @param to shown up to this day, included; null for ever
   * @param place where it stands in the list, from 1; equals in the order in which they were made
   */
  public record Content(
      Bilingual title, Bilingual description, LocalDate from, @Nullable LocalDate to, int place)
      implements EntryContent {

    @Override
    public void check() {
      ContentLimits.require("標題", title, ContentLimits.TITLE);
      ContentLimits.require("說明", description, ContentLimits.DESCRIPTION);
      ContentLimits.requirePeriod(from, to);
      ContentLimits.requirePlace(place);
    }
  }
}
