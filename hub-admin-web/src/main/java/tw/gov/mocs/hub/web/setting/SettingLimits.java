package tw.gov.mocs.hub.web.setting;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
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
      case NUMBER -> text("settings.unit." + setting.unit(), locale, new BigDecimal(value));
    };
  }

  /** Why it cannot be what was typed, whatever the other settings are; empty if it can. */
  Optional<String> wrong(RuntimeSetting setting, String typed, Locale locale) {
    if (setting.takes(typed)) {
      return Optional.empty();
    }
    String title = title(setting, locale);
    if (setting.kind() == RuntimeSetting.Kind.TEXT && typed.isBlank()) {
      return Optional.of(text("settings.empty", locale, title));
    }
    return Optional.of(
        setting.kind() == RuntimeSetting.Kind.TEXT && typed.strip().length() <= setting.most()
            ? text("settings.plain", locale, title, "${")
            : text("settings.outside", locale, title, of(setting, locale)));
  }

  /** Why it cannot be what was typed beside the others, or because of its own form. */
  String contradicts(RuntimeSetting setting, Locale locale) {
    String title = title(setting, locale);
    String own = messages.getMessage("settings.form." + setting.name(), null, "", locale);
    return own == null || own.isEmpty()
        ? text("settings.contradicts", locale, title, what(setting, locale))
        : text("settings.form", locale, title, own);
  }

  /** What it is called. */
  public String title(RuntimeSetting setting, Locale locale) {
    return title(setting.name(), locale);
  }

  /** What the one of this name is called, also one that stands in the file alone. */
  String title(String name, Locale locale) {
    return text("setting." + name, locale);
  }

  /** What it does. */
  public String what(RuntimeSetting setting, Locale locale) {
    return text("setting." + setting.name() + ".what", locale);
  }

  private String text(String key, Locale locale, Object... told) {
    return messages.getMessage(key, told, locale);
  }
}
