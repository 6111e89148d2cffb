package tw.gov.mocs.hub.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

/** Every fault of the settings at once, each in one line that names the setting. */
final class SettingsFaults {

  private static final String ROOT = "tw.gov.mocs.hub";

  private final ConfigurableEnvironment environment;
  private final List<String> faults = new ArrayList<>();

  private SettingsFaults(ConfigurableEnvironment environment) {
    this.environment = environment;
  }

  /** The faults, empty if there are none; nothing is started and no database is opened. */
  static List<String> of(ConfigurableEnvironment environment) {
    SettingsFaults check = new SettingsFaults(environment);
    for (Class<?> type : settingsTypes()) {
      check.bind(type);
    }
    check.unknown();
    return List.copyOf(new TreeSet<>(check.faults));
  }

  /** Every record of settings, of all modules. */
  static List<Class<?>> settingsTypes() {
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
    return types;
  }

  /** For example {@code hub.database}. */
  static String prefix(Class<?> type) {
    return type.getAnnotation(ConfigurationProperties.class).value();
  }

  private void bind(Class<?> type) {
    try (LocalValidatorFactoryBean validator = new LocalValidatorFactoryBean()) {
      validator.afterPropertiesSet();
      Object settings =
          Binder.get(environment)
              .bindOrCreate(prefix(type), Bindable.of(type), new ValidationBindHandler(validator));
      files(type, settings);
    } catch (BindException e) {
      if (e.getCause() instanceof BindValidationException invalid) {
        invalid.getValidationErrors().getAllErrors().forEach(error -> add(type, error));
      } else {
        faults.add(e.getName() + ": " + root(e).getMessage());
      }
    }
  }

  private void add(Class<?> type, ObjectError error) {
    String name =
        error instanceof FieldError field
            ? prefix(type) + "." + dashed(field.getField())
            : prefix(type);
    faults.add(name + ": " + error.getDefaultMessage());
  }

  /** Every setting that names a file to read must name one that is there. */
  private void files(Class<?> type, Object settings) {
    for (var component : type.getRecordComponents()) {
      String name = prefix(type) + "." + dashed(component.getName());
      if (!name.endsWith("-key") && !name.endsWith("certificate")) {
        continue;
      }
      for (Path file : paths(value(component.getAccessor(), settings))) {
        if (!Files.isReadable(file)) {
          faults.add(name + ": the file " + file + " cannot be read");
        }
      }
    }
  }

  private static Collection<Path> paths(@Nullable Object value) {
    if (value instanceof Path path) {
      return List.of(path);
    }
    return List.of();
  }

  private static @Nullable Object value(java.lang.reflect.Method accessor, Object settings) {
    try {
      accessor.setAccessible(true);
      return accessor.invoke(settings);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A misspelt setting would silently do nothing. */
  private void unknown() {
    Set<String> known = names();
    environment.getPropertySources().stream()
        .filter(source -> !source.getName().startsWith("system"))
        .filter(EnumerablePropertySource.class::isInstance)
        .flatMap(
            source -> List.of(((EnumerablePropertySource<?>) source).getPropertyNames()).stream())
        .filter(name -> name.startsWith("hub."))
        .filter(name -> !known.contains(name.replaceAll("\\[.*", "")))
        .forEach(name -> faults.add(name + ": there is no such setting"));
  }

  /** The names of all settings, for example {@code hub.database.pool-size}. */
  static Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (Class<?> type : settingsTypes()) {
      for (var component : type.getRecordComponents()) {
        names.add(prefix(type) + "." + dashed(component.getName()));
      }
    }
    return names;
  }

  private static String dashed(String camel) {
    return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static Throwable root(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
