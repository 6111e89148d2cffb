package tw.gov.mocs.hub.app;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import tw.gov.mocs.hub.setting.SettingsNames;

/** Every fault of the settings at once, each in one line that names the setting. */
final class SettingsFaults {

  private static final Set<Class<?>> MISSING =
      Set.of(NotNull.class, NotBlank.class, NotEmpty.class);

  private static final String EMPTY = "must not be empty; leave it out for the default";

  /** For as long as the process runs: it reads the rules of each record once. */
  private static final ValidatorFactory VALIDATORS = Validation.buildDefaultValidatorFactory();

  private final ConfigurableEnvironment environment;
  private final Set<String> known = names(setting -> true);
  private final Set<String> paths = names(setting -> setting.type().equals("Path"));
  private final Map<String, Set<String>> faults = new TreeMap<>();
  private final Map<Class<?>, Object> bound = new HashMap<>();

  private SettingsFaults(ConfigurableEnvironment environment) {
    this.environment = environment;
  }

  /**
   * The faults, empty if there are none; nothing is started and no database is opened. What only
   * other roles need may be absent or wrong, but not unreadable.
   */
  static List<String> of(ConfigurableEnvironment environment, Set<Role> roles) {
    Set<Class<?>> spared =
        EnumSet.allOf(Role.class).stream()
            .filter(role -> !roles.contains(role))
            .map(Role::settings)
            .collect(Collectors.toSet());
    SettingsFaults check = new SettingsFaults(environment);
    for (Class<?> type : SettingsNames.types()) {
      check.check(type, VALIDATORS.getValidator(), !spared.contains(type));
    }
    check.unknown();
    check.nameless();
    check.shared();
    return check.faults.entrySet().stream()
        .flatMap(
            found ->
                found.getValue().stream()
                    .map(fault -> found.getKey() + ": " + FaultWords.inBoth(fault)))
        .toList();
  }

  /** What two settings must not have in common, unless one of them has a fault by itself. */
  private void shared() {
    Set<String> faulty = Set.copyOf(faults.keySet());
    new SharedValues(bound)
        .all().stream()
            .filter(pair -> !faulty.contains(pair.name()) && !faulty.contains(pair.other()))
            .forEach(pair -> addFirst(pair.name(), pair.fault()));
  }

  private static Set<String> names(Predicate<SettingsNames.Setting> which) {
    return SettingsNames.all().stream()
        .filter(which)
        .map(setting -> plain(setting.name()))
        .collect(Collectors.toSet());
  }

  private <T> void check(Class<T> type, Validator validator, boolean needed) {
    String prefix = SettingsNames.prefix(type);
    Set<ConfigurationPropertyName> unreadable = new HashSet<>();
    // One value of a wrong type ends the binding: it goes on without it, to find the others.
    while (true) {
      try {
        T settings = without(unreadable).bindOrCreate(prefix, type);
        if (needed) {
          bound.put(type, settings);
          // Of two faults of one setting always the same is told.
          validator.validate(settings).stream()
              .sorted(Comparator.comparing(ConstraintViolation::getMessage))
              .forEach(fault -> add(prefix, fault));
        }
        return;
      } catch (BindException e) {
        ConfigurationPropertyName name =
            e.getProperty() == null ? e.getName() : e.getProperty().getName();
        addFirst(name.toString(), unreadable(e));
        if (!unreadable.add(name)) {
          return;
        }
      }
    }
  }

  private static String unreadable(BindException e) {
    Class<?> type = e.getTarget().getType().resolve(Object.class);
    Object value = e.getProperty() == null ? "" : e.getProperty().getValue();
    if (e.getProperty() != null && String.valueOf(value).isBlank()) {
      return EMPTY;
    }
    if (type == boolean.class) {
      return "is neither true nor false: " + value;
    }
    if (type == int.class || type == long.class) {
      return "is no number: " + value;
    }
    return String.valueOf(root(e).getMessage());
  }

  private Binder without(Set<ConfigurationPropertyName> names) {
    List<ConfigurationPropertySource> sources = new ArrayList<>();
    ConfigurationPropertySources.from(environment.getPropertySources())
        .forEach(source -> sources.add(source.filter(name -> !names.contains(name))));
    return new Binder(sources, new PropertySourcesPlaceholdersResolver(environment));
  }

  private void add(String prefix, ConstraintViolation<?> fault) {
    String path = fault.getPropertyPath().toString().replace(".<list element>", "");
    String name = path.isEmpty() ? prefix : prefix + "." + SettingsNames.dashed(path);
    // A rule over several settings has a name that nobody can set.
    boolean isSetting = name.contains("[") || isKnown(plain(name));
    boolean isMissing = MISSING.contains(annotation(fault));
    String said = isMissing ? "is missing" : fault.getMessage();
    if (isSetting) {
      addFirst(name, said);
    } else {
      faults.computeIfAbsent(prefix, key -> new TreeSet<>()).add(said);
    }
  }

  /** One fault of a setting is enough. */
  private void addFirst(String name, String said) {
    faults.putIfAbsent(name, Set.of(said));
  }

  private static Class<?> annotation(ConstraintViolation<?> fault) {
    return fault.getConstraintDescriptor().getAnnotation().annotationType();
  }

  /** A setting, or a list of records of settings. */
  private boolean isKnown(String plain) {
    return known.contains(plain) || known.stream().anyMatch(one -> one.startsWith(plain + "."));
  }

  /** A misspelt setting would silently do nothing. */
  private void unknown() {
    given()
        .filter(name -> !known.contains(plain(name)))
        .forEach(name -> faults.put(name, Set.of("there is no such setting")));
    variables()
        .filter(name -> known.stream().noneMatch(one -> joined(one).equals(joined(name))))
        .forEach(
            name ->
                faults.put(
                    name,
                    Set.of("there is no such setting; unset this variable of the environment")));
  }

  /** A path without a name would silently be the default one. */
  private void nameless() {
    given()
        .filter(name -> paths.contains(plain(name)))
        .filter(name -> String.valueOf(environment.getProperty(name)).isBlank())
        .forEach(name -> addFirst(name, EMPTY));
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

  /** The environment variables that look like settings; the script and the tests have their own. */
  private Stream<String> variables() {
    return environment.getPropertySources().stream()
        .filter(SystemEnvironmentPropertySource.class::isInstance)
        .map(source -> ((SystemEnvironmentPropertySource) source).getPropertyNames())
        .flatMap(Stream::of)
        .filter(name -> name.startsWith("HUB_"))
        .filter(name -> !name.equals("HUB_JAVA_OPTS") && !name.startsWith("HUB_TEST_"));
  }

  /**
   * A name without what a variable writes otherwise than the file; places in lists do not count.
   */
  private static String joined(String name) {
    return name.replaceAll("_\\d+(?=_|$)|[_.]", "").toLowerCase(Locale.ROOT);
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
