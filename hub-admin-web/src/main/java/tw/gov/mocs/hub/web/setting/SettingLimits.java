package tw.gov.mocs.hub.web.setting;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.setting.RuntimeSetting;

/** What a setting may be, and what one is called, in the language of the page. */
@Component("settingLimits")
public final class SettingLimits {

  private final MessageSource messages;

  SettingLimits(MessageSource messages) {
    this.messages = messages;
  }

  /** For example {@code 整數，1 至 365 天}. */
  public String of(RuntimeSetting setting, Locale locale) {
    return switch (setting.kind()) {
      case FLAG -> text("settings.limits.flag", locale);
      case TEXT -> text("settings.limits.text", locale, setting.most());
      case NUMBER -> {
        String range = text("settings.limits.range", locale, setting.least(), setting.most());
        String unit = text("settings.unit." + setting.unit(), locale, range);
        yield text("settings.limits.number", locale, unit);
      }
    };
  }

  /** A value as people read it, with its unit. */
  public String value(RuntimeSetting setting, String value, Locale locale) {
    return switch (setting.kind()) {
      case FLAG -> text("settings.flag." + value, locale);
      case TEXT -> value;
      case NUMBER -> text("settings.unit." + setting.unit(), locale, value);
    };
  }

  /** What it is called. */
  public String title(RuntimeSetting setting, Locale locale) {
    return text("setting." + setting.name(), locale);
  }

  /** What it does. */
  public String what(RuntimeSetting setting, Locale locale) {
    return text("setting." + setting.name() + ".what", locale);
  }

  private String text(String key, Locale locale, Object... told) {
    return messages.getMessage(key, told, locale);
  }
}
