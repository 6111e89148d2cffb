package tw.gov.mocs.hub.content;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 最新公告.
 *
 * @param id key in the database
 * @param version grows with each change
 * @param published false for a draft
 * @param content what it says
 * @param changedAt when it was last changed
 */
public record Announcement(
    long id, int version, boolean published, Content content, Instant changedAt)
    implements Entry<Announcement.Content> {

  /**
   * What an announcement says.
   *
   * @param title one line
   * @param body Markdown
   * @param from 公告日期: shown from this Taipei day
   * @param to shown up to this day, included; null for ever
   * @param pinned whether it stands above the others
   */
  public record Content(
      Bilingual title, Bilingual body, LocalDate from, @Nullable LocalDate to, boolean pinned)
      implements EntryContent {

    @Override
    public void check() {
      ContentLimits.require("標題", title, ContentLimits.TITLE);
      ContentLimits.require("內容", body, ContentLimits.BODY);
      ContentLimits.requirePeriod(from, to);
    }
  }
}
