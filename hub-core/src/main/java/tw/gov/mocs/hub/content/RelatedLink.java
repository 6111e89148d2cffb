package tw.gov.mocs.hub.content;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 相關連結.
 *
 * @param id key in the database
 * @param version grows with each change
 * @param published false for a draft
 * @param content where it leads
 * @param changedAt when it was last changed
 */
public record RelatedLink(
    long id, int version, boolean published, Content content, Instant changedAt)
    implements Entry<RelatedLink.Content> {

  /**
   * Where a link leads.
   *
   * @param name of the site
   * @param address of the site, http or https
   * @param from shown from this Taipei day
   * @param to shown up to this day, included; null for ever
   * @param place where it stands in the list, from 1; equals in the order in which they were made
   */
  public record Content(
      Bilingual name, String address, LocalDate from, @Nullable LocalDate to, int place)
      implements EntryContent {

    @Override
    public Bilingual title() {
      return name;
    }

    @Override
    public void check() {
      ContentLimits.require("名稱", name, ContentLimits.TITLE);
      ContentLimits.requirePeriod(from, to);
      ContentLimits.requirePlace(place);
      if (address.length() > ContentLimits.ADDRESS || !isOfTheWeb(address)) {
        throw ContentLimits.invalid("網址", "須以 https:// 或 http:// 開頭");
      }
    }

    private static boolean isOfTheWeb(String address) {
      try {
        URI uri = new URI(address);
        return uri.getHost() != null
            && uri.getUserInfo() == null
            && ("https".equalsIgnoreCase(uri.getScheme())
                || "http".equalsIgnoreCase(uri.getScheme()));
      } catch (URISyntaxException e) {
        return false;
      }
    }
  }
}
