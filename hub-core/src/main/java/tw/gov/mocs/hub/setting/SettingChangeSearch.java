package tw.gov.mocs.hub.setting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which changes of settings a list shows, in which order; what is null or empty does not narrow it.
 *
 * @param name of this setting
 * @param text a part of the reason, or of the name of who changed it
 * @param from changed at this moment or later
 * @param before changed before this moment
 * @param sort by what
 * @param descending whether the greatest comes first
 * @param page from 1
 * @param size changes on a page, up to 1,000
 */
public record SettingChangeSearch(
    @Nullable String name,
    String text,
    @Nullable Instant from,
    @Nullable Instant before,
    Sort sort,
    boolean descending,
    int page,
    int size) {

  /** What a list is ordered by; the newest first among equals. */
  public enum Sort {
    CHANGED,
    NAME,
    BY
  }

  /** Refuses pages that cannot be. */
  public SettingChangeSearch {
    if (page < 1 || size < 1 || size > 1_000) {
      throw new IllegalArgumentException("page " + page + " of " + size);
    }
  }

  /** The newest ones of a setting. */
  public static SettingChangeSearch newest(String name, int size) {
    return new SettingChangeSearch(name, "", null, null, Sort.CHANGED, true, 1, size);
  }
}
