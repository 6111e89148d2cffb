package tw.gov.mocs.hub.content;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 常見問題.
 *
 * @param id key in the database
 * @param version grows with each change
 * @param published false for a draft
 * @param content question and answer
 * @param changedAt when it was last changed
 */
public record Faq(long id, int version, boolean published, Content content, Instant changedAt)
    implements Entry<Faq.Content> {

  /**
   * A question with its answer.
   *
   * @param question one line
   * @param answer Markdown
   * @param from shown from this Taipei day
   * @param to shown up to this day, included; null for ever
   * @param place where it stands in the list, from 1; equals in the order in which they were made
   */
  public record Content(
      Bilingual question, Bilingual answer, LocalDate from, @Nullable LocalDate to, int place)
      implements EntryContent {

    @Override
    public Bilingual title() {
      return question;
    }

    @Override
    public void check() {
      ContentLimits.require("問題", question, ContentLimits.TITLE);
      ContentLimits.require("答覆", answer, ContentLimits.BODY);
      ContentLimits.requirePeriod(from, to);
      ContentLimits.requirePlace(place);
    }
  }
}
