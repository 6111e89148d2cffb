package tw.gov.mocs.hub.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

/** Every fault of the settings at once, each in one line that names the setting. */
final class SettingsFaults {

  private final ConfigurableEnvironment environment;
  private final Set<String> faults = new TreeSet<>();

  private SettingsFaults(ConfigurableEnvironment environment) {
    this.environment = environment;
  }

  /** The faults, empty if there are none; nothing is started and no database is opened. */
  static List<String> of(ConfigurableEnvironment environment) {
    SettingsFaults check = new SettingsFaults(environment);
    SettingsNames.types().forEach(check::bind);
    check.unknown();
    check.files();
    return List.copyOf(check.faults);
  }

  private void bind(Class<?> type) {
    String prefix = SettingsNames.prefix(type);
    try (LocalValidatorFactoryBean validator = new LocalValidatorFactoryBean()) {
      validator.afterPropertiesSet();
      Binder.get(environment)
          .bindOrCreate(prefix, Bindable.of(type), new ValidationBindHandler(validator));
    } catch (BindException e) {
      if (e.getCause() instanceof BindValidationException invalid) {
        invalid.getValidationErrors().getAllErrors().forEach(error -> add(prefix, error));
      } else {
        faults.add(e.getName() + ": " + root(e).getMessage());
      }
    }
  }

  private void add(String prefix, ObjectError error) {
    String name =
        error instanceof FieldError field
            ? prefix + "." + SettingsNames.dashed(field.getField())
            : prefix;
    faults.add(name + ": " + error.getDefaultMessage());
  }

  /** A misspelt setting would silently do nothing. */
  private void unknown() {
    Set<String> known =
        SettingsNames.all().stream()
            .map(setting -> plain(setting.name()))
            .collect(Collectors.toSet());
    given()
        .filter(name -> !known.contains(plain(name)))
        .forEach(name -> faults.add(name + ": there is no such setting"));
  }

  /** What names a key or a certificate must name a file that is there. */
  private void files() {
    Set<String> paths =
        SettingsNames.all().stream()
            .filter(setting -> setting.name().matches(".*(-key|-certificate|\\.file)"))
            .map(setting -> plain(setting.name()))
            .collect(Collectors.toSet());
    given()
        .filter(name -> paths.contains(plain(name)))
        .forEach(
            name -> {
              Path file = Path.of(environment.getRequiredProperty(name));
              if (!Files.isReadable(file)) {
                faults.add(name + ": the file " + file + " cannot be read");
              }
            });
  }

  /** The names of our settings that somebody has set. */
  private Stream<String> given() {
    List<String> names = new ArrayList<>();
    environment.getPropertySources().stream()
        .filter(EnumerablePropertySource.class::isInstance)
        .map(source -> ((EnumerablePropertySource<?>) source).getPropertyNames())
        .forEach(found -> names.addAll(List.of(found)));
    return names.stream().filter(name -> name.startsWith("hub.")).distinct();
  }

  /** The same for every spelling that the binder takes; places in lists do not count. */
  private static String plain(String name) {
    return name.replaceAll("\\[\\d*]", "").replace("-", "").toLowerCase(Locale.ROOT);
  }

  private static Throwable root(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
