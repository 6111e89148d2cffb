package tw.gov.mocs.hub.web.overview;

import org.jspecify.annotations.Nullable;

/**
 * One number of the overview.
 *
 * @param key of what it counts, in the messages
 * @param value how many
 * @param path of the list that holds them; null where nobody of this role may see one
 * @param urgent whether more than none of them is a matter for today
 */
public record Figure(String key, long value, @Nullable String path, boolean urgent) {

  /** Whether it needs a look. */
  public boolean isWarning() {
    return urgent && value > 0;
  }
}
