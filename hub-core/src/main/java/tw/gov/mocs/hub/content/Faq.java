package tw.gov.mocs.hub.content;

import java.time.Instant;

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
   * @param place where it stands in the list, from 1; equals in the order in which they were made
   */
  public record Content(Bilingual question, Bilingual answer, int place) implements Checked {

    @Override
    public void check() {
      ContentLimits.require("問題", question, ContentLimits.TITLE);
      ContentLimits.require("答覆", answer, ContentLimits.BODY);
      ContentLimits.requirePlace(place);
    }
  }
}
