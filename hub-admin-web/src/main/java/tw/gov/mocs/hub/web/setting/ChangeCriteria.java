package tw.gov.mocs.hub.web.setting;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.setting.RuntimeSetting;
import tw.gov.mocs.hub.setting.SettingChangeSearch;
import tw.gov.mocs.hub.web.layout.Criterion;
import tw.gov.mocs.hub.web.layout.DayRange;
import tw.gov.mocs.hub.web.layout.ListQuery;

/**
 * The criteria of the changes of settings, as the address says them.
 *
 * @param text a part of the reason or of who changed it, as typed
 * @param setting only of this one; null for all
 * @param days on which it was changed, by Taipei time
 */
record ChangeCriteria(String text, @Nullable String setting, DayRange days) {

  /** The columns that the list can be sorted by; the newest first. */
  static final String[] COLUMNS = {"-changed", "name", "by"};

  static ChangeCriteria of(HttpServletRequest request) {
    String asked = request.getParameter("setting");
    return new ChangeCriteria(
        Criterion.words(request),
        asked == null ? null : RuntimeSetting.find(asked).map(RuntimeSetting::name).orElse(null),
        DayRange.of(request));
  }

  /** Whether anything narrows the list. */
  public boolean isNarrow() {
    return !text.isEmpty() || setting != null || !days.isEmpty();
  }

  /**
   * A page of them.
   *
   * @param begun changed before this moment; null for any
   */
  SettingChangeSearch search(ListQuery query, @Nullable Instant begun, int page, int size) {
    return new SettingChangeSearch(
        setting,
        text,
        days.begin(),
        days.endBy(begun),
        SettingChangeSearch.Sort.valueOf(query.sort().toUpperCase(Locale.ROOT)),
        query.descending(),
        page,
        size);
  }
}
