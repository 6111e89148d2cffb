package tw.gov.mocs.hub.web.setting;

import java.util.Locale;
import tw.gov.mocs.hub.setting.RuntimeSetting;
import tw.gov.mocs.hub.setting.SettingValue;

/**
 * A line of 系統參數, in the language of the page.
 *
 * @param now as it stands
 * @param title what it is called
 * @param what what it does
 * @param value what counts, with its unit
 * @param fileValue what counts once it is reset, with its unit
 * @param limits what may be typed
 */
public record SettingLine(
    SettingValue now, String title, String what, String value, String fileValue, String limits) {

  static SettingLine of(SettingValue now, SettingLimits words, Locale locale) {
    RuntimeSetting setting = now.setting();
    return new SettingLine(
        now,
        words.title(setting, locale),
        words.what(setting, locale),
        words.value(setting, now.value(), locale),
        words.value(setting, now.fileValue(), locale),
        words.of(setting, locale));
  }

  /** As in the file. */
  public String name() {
    return now.setting().name();
  }

  /** Whether the database's value counts. */
  public SettingState state() {
    return now.changed() ? SettingState.CHANGED : SettingState.DEFAULT;
  }
}
