package tw.gov.mocs.hub.setting;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Every setting there is, read from the records of settings of all modules. */
public final class SettingsNames {

  private static final String ROOT = "tw.gov.mocs.hub";

  /**
   * One setting.
   *
   * @param name for example {@code hub.database.pool-size}; {@code []} stands for a place in a list
   * @param type simple name of its Java type
   * @param defaultValue as text; null where it must be given or may be absent
   */
  public record Setting(String name, String type, @Nullable String defaultValue) {}

  private SettingsNames() {}

  private static final List<Class<?>> TYPES = find();

  /** Every record of settings. */
  public static List<Class<?>> types() {
    return TYPES;
  }

  private static List<Class<?>> find() {
    ClassPathScanningCandidateComponentProvider scanner =
        new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    List<Class<?>> types = new ArrayList<>();
    for (BeanDefinition found : scanner.findCandidateComponents(ROOT)) {
      try {
        types.add(Class.forName(found.getBeanClassName()));
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }
    types.sort(Comparator.comparing(SettingsNames::prefix));
    return List.copyOf(types);
  }

  /** For example {@code hub.database}. */
  public static String prefix(Class<?> type) {
    return type.getAnnotation(ConfigurationProperties.class).value();
  }

  /** All settings, those of a record in its order. */
  public static List<Setting> all() {
    List<Setting> all = new ArrayList<>();
    types().forEach(type -> collect(prefix(type), type, all));
    return all;
  }

  private static void collect(String prefix, Class<?> type, List<Setting> all) {
    DefaultValue[] defaults = defaults(type);
    RecordComponent[] components = type.getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      RecordComponent component = components[i];
      String name = prefix + "." + dashed(component.getName());
      Class<?> element = element(component.getGenericType());
      if (component.getType().isRecord()) {
        collect(name, component.getType(), all);
      } else if (element != null && element.isRecord()) {
        collect(name + "[]", element, all);
      } else {
        all.add(
            new Setting(
                name,
                component.getType().getSimpleName(),
                defaults[i] == null ? null : String.join(", ", defaults[i].value())));
      }
    }
  }

  /** Of the canonical constructor, where the binder reads them. */
  private static @Nullable DefaultValue[] defaults(Class<?> type) {
    return Arrays.stream(type.getDeclaredConstructors())
        .filter(made -> made.getParameterCount() == type.getRecordComponents().length)
        .findFirst()
        .map(
            made ->
                Arrays.stream(made.getParameters())
                    .map(parameter -> parameter.getAnnotation(DefaultValue.class))
                    .toArray(DefaultValue[]::new))
        .orElseThrow();
  }

  private static @Nullable Class<?> element(Type type) {
    return type instanceof ParameterizedType list
            && list.getActualTypeArguments()[0] instanceof Class<?> element
        ? element
        : null;
  }

  /** {@code poolSize} as {@code pool-size}. */
  public static String dashed(String camel) {
    return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
