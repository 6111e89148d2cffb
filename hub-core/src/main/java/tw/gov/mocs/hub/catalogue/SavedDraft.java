package tw.gov.mocs.hub.catalogue;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * 服務草稿 as it is kept on the server, whole or not.
 *
 * @param key names it, random
 * @param version counts how often it was saved, from 1
 * @param code 服務代碼 as it was typed; null if nothing was
 * @param name 服務名稱 as it was typed; null if nothing was
 * @param table the first table
 * @param basedOn the published version that it was made against; 0 for a new service
 * @param inputs what was typed, as the form sent it
 * @param savedAt when it was saved last
 * @param savedBy by whom
 */
public record SavedDraft(
    String key,
    int version,
    @Nullable String code,
    @Nullable String name,
    String table,
    int basedOn,
    String inputs,
    Instant savedAt,
    String savedBy) {

  /** Characters of the inputs. */
  public static final int LONGEST = 500_000;

  private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** Whether this can be the key of a draft. */
  public static boolean isKey(String text) {
    return KEY.matcher(text).matches();
  }

  /** What the log calls it: the service, or the table of one that has no code yet. */
  String subject() {
    return code == null ? table : code;
  }

  /** The state that the log tells. */
  String told() {
    String what = basedOn == 0 ? "a new service" : "version " + basedOn;
    return "draft %s, saved %d times, over %s".formatted(key, version, what);
  }
}
