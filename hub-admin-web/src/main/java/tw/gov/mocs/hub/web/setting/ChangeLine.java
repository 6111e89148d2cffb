package tw.gov.mocs.hub.web.setting;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.setting.RuntimeSetting;
import tw.gov.mocs.hub.setting.SettingChange;

/**
 * One change of a setting in the language of the page.
 *
 * @param change as it was made
 * @param title what the setting is called; its name where it may no longer change
 * @param before what counted before, with its unit
 * @param after what counts from then on, with its unit
 * @param known whether the setting still has a page
 */
public record ChangeLine(
    SettingChange change,
    String title,
    @Nullable String before,
    @Nullable String after,
    boolean known) {

  static ChangeLine of(SettingChange change, SettingLimits words, Locale locale) {
    Optional<RuntimeSetting> setting = RuntimeSetting.find(change.settingName());
    return new ChangeLine(
        change,
        setting.map(one -> words.title(one, locale)).orElse(change.settingName()),
        value(setting, change.valueBefore(), words, locale),
        value(setting, change.valueAfter(), words, locale),
        setting.isPresent());
  }

  private static @Nullable String value(
      Optional<RuntimeSetting> setting,
      @Nullable String value,
      SettingLimits words,
      Locale locale) {
    return value == null || setting.isEmpty() ? value : words.value(setting.get(), value, locale);
  }
}
