package tw.gov.mocs.hub.content;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * 相關連結.
 *
 * @param id key in the database
 * @param version grows with each change
 * @param content where it leads
 */
public record RelatedLink(long id, int version, Content content) {

  /**
   * Where a link leads.
   *
   * @param name of the site
   * @param address of the site, http or https
   * @param place where it stands in the list, from 1
   */
  public record Content(Bilingual name, String address, int place) implements Checked {

    @Override
    public void check() {
      ContentLimits.require("名稱", name, ContentLimits.TITLE);
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
