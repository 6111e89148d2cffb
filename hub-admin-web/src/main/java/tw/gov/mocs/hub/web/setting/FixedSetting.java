package tw.gov.mocs.hub.web.setting;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import tw.gov.mocs.hub.setting.RuntimeSetting;
import tw.gov.mocs.hub.setting.SettingsNames;
import tw.gov.mocs.hub.setting.SettingsNames.Setting;

/**
 * A setting that stands in the file alone. Only what is by its type no secret is shown: texts,
 * paths, addresses and lists may be one, or hold one.
 *
 * @param name as in the file
 * @param title what it is called
 * @param value what counts; null where it is not shown
 * @param given whether the file or the environment gives one
 */
public record FixedSetting(String name, String title, @Nullable String value, boolean given) {

  /** Where a value comes from. */
  public enum Source {
    /** From the file or the environment. */
    FILE,
    /** The system's own. */
    SYSTEM
  }

  private static final Set<String> SHOWN =
      Set.of("boolean", "int", "long", "Duration", "Security", "DataSize");

  /** Of the values of these types nothing else is shown, whatever stands in the file. */
  private static final Pattern PLAIN = Pattern.compile("[A-Z0-9a-z]{1,20}");

  /** Where its value comes from. */
  public Source source() {
    return given ? Source.FILE : Source.SYSTEM;
  }

  /** Whether there is a value that is not shown. */
  public boolean isHidden() {
    return given && value == null;
  }

  /** Those of lists are left out: they have no name without a place. */
  static List<FixedSetting> all(Environment environment, SettingLimits words, Locale locale) {
    return SettingsNames.all().stream()
        .filter(setting -> !setting.name().contains("["))
        .filter(setting -> RuntimeSetting.find(setting.name()).isEmpty())
        .map(setting -> of(setting, words.title(setting.name(), locale), environment))
        .toList();
  }

  private static FixedSetting of(Setting setting, String title, Environment environment) {
    boolean given = environment.containsProperty(setting.name());
    String counts = SHOWN.contains(setting.type()) ? counts(setting, environment) : null;
    boolean shown = counts != null && PLAIN.matcher(counts).matches();
    return new FixedSetting(setting.name(), title, shown ? counts : null, given);
  }

  private static @Nullable String counts(Setting setting, Environment environment) {
    String given = environment.getProperty(setting.name());
    return given == null ? setting.defaultValue() : given.strip();
  }
}
