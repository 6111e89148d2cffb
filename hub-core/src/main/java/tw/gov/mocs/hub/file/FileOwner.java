package tw.gov.mocs.hub.file;

import java.util.regex.Pattern;

/**
 * What a file belongs to.
 *
 * @param kind for example {@code announcement}; files of a kind that ends in {@code -form} are
 *     deleted after a day, unless they were given to what the form sent
 * @param id key of it in the database
 */
public record FileOwner(String kind, long id) {

  private static final Pattern KIND = Pattern.compile("[a-z-]{1,30}");

  /** Refuses what is no kind. */
  public FileOwner {
    if (!KIND.matcher(kind).matches()) {
      throw new IllegalArgumentException("no kind of owner: " + kind);
    }
  }
}
