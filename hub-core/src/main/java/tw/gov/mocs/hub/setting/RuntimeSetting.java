package tw.gov.mocs.hub.setting;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One setting that may change while the hub runs.
 *
 * @param name as in the file, for example {@code hub.application.correction-days}
 * @param type the record of settings that it is in
 * @param component its place there
 * @param rule how it is typed, and within what limits
 */
public record RuntimeSetting(
    String name, Class<?> type, RecordComponent component, AtRuntime rule) {

  private static final int DECIMALS = 2;
  private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}(,[0-9]{3})+");

  /** How it is typed. */
  public enum Kind {
    FLAG,
    NUMBER,
    TEXT
  }

  private static final List<RuntimeSetting> ALL =
      SettingsNames.types().stream().flatMap(RuntimeSetting::in).toList();

  /** Every one, those of a record in its order. */
  public static List<RuntimeSetting> all() {
    return ALL;
  }

  /** The one with this name. */
  public static Optional<RuntimeSetting> find(String name) {
    return ALL.stream().filter(one -> one.name.equals(name)).findFirst();
  }

  private static Stream<RuntimeSetting> in(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .filter(component -> component.isAnnotationPresent(AtRuntime.class))
        .map(
            component ->
                new RuntimeSetting(
                    SettingsNames.prefix(type) + "." + SettingsNames.dashed(component.getName()),
                    type,
                    component,
                    component.getAnnotation(AtRuntime.class)));
  }

  /** How it is typed. */
  public Kind kind() {
    if (component.getType() == boolean.class) {
      return Kind.FLAG;
    }
    return component.getType() == String.class ? Kind.TEXT : Kind.NUMBER;
  }

  /** In what it is typed. */
  public AtRuntime.Unit unit() {
    return rule.unit();
  }

  /** The least that may be typed. */
  public long least() {
    return rule.least();
  }

  /** The most that may be typed; of a text its characters. */
  public long most() {
    return rule.most();
  }

  /** Its value in such a record, as people type it. */
  public String shownIn(Object settings) {
    Object value;
    try {
      component.getAccessor().setAccessible(true);
      value = component.getAccessor().invoke(settings);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(name, e);
    }
    return switch (kind()) {
      case FLAG, TEXT -> String.valueOf(value);
      case NUMBER ->
          BigDecimal.valueOf(
                  value instanceof Duration time ? time.toSeconds() : ((Number) value).longValue())
              .divide(BigDecimal.valueOf(rule.unit().scale()), DECIMALS, RoundingMode.HALF_UP)
              .stripTrailingZeros()
              .toPlainString();
    };
  }

  /** Whether what was typed is within its own limits, whatever the other settings are. */
  public boolean takes(String typed) {
    return read(typed).isPresent();
  }

  /** A number without what people group its digits by, and not in wide digits. */
  private static String plain(String typed) {
    String narrow = Normalizer.normalize(typed, Normalizer.Form.NFKC);
    return GROUPED.matcher(narrow).matches() ? narrow.replace(",", "") : narrow;
  }

  /** What was typed as the file would say it; empty if it does not fit. */
  Optional<String> read(String typed) {
    String text = typed.strip();
    return switch (kind()) {
      case FLAG -> Optional.of(text).filter(flag -> flag.matches("true|false"));
      // A placeholder would be filled in from the settings, their secrets too.
      case TEXT ->
          Optional.of(text)
              .filter(said -> !said.isEmpty() && said.length() <= rule.most())
              .filter(said -> !said.contains("${") && !said.matches("(?s).*\\p{Cntrl}.*"));
      case NUMBER ->
          Optional.of(plain(text))
              .filter(number -> number.matches("[0-9]{1,15}"))
              .map(Long::parseLong)
              .filter(number -> number >= rule.least() && number <= rule.most())
              .map(
                  number ->
                      number * rule.unit().scale()
                          + (component.getType() == Duration.class ? "s" : ""));
    };
  }
}
