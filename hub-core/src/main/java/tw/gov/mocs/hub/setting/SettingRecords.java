package tw.gov.mocs.hub.setting;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.AssertTrue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;

/** Records of settings, made of the file and of values that count instead of its own. */
final class SettingRecords {

  private static final Logger LOG = LoggerFactory.getLogger(SettingRecords.class);

  private final ConfigurableEnvironment environment;
  private final Validator validator = Validation.buildDefaultValidatorFactory().getValidator();

  SettingRecords(ConfigurableEnvironment environment) {
    this.environment = environment;
  }

  /** What one is by these values, as people type it. */
  String shown(RuntimeSetting setting, Map<String, String> values) {
    return setting.shownIn(usable(setting.type(), values));
  }

  /** What no longer fits the file, which may be another since, is left out. */
  <T> T usable(Class<T> type, Map<String, String> values) {
    if (fits(type, values)) {
      return bind(type, values);
    }
    LOG.error(
        "what was changed of {} does not fit its file: it is left out", SettingsNames.prefix(type));
    return bind(type, Map.of());
  }

  /** Whether these values keep the rules of the record: those of each, and those between them. */
  <T> boolean fits(Class<T> type, Map<String, String> values) {
    try {
      T bound = bind(type, values);
      return Stream.concat(
              RuntimeSetting.all().stream()
                  .filter(one -> one.type() == type)
                  .map(one -> one.component().getName()),
              rulesOf(type))
          .allMatch(name -> validator.validateProperty(bound, name).isEmpty());
    } catch (BindException e) {
      return false;
    }
  }

  /** {@code isInOrder} as {@code inOrder}. */
  private static Stream<String> rulesOf(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(AssertTrue.class))
        .map(method -> method.getName().substring("is".length()))
        .map(name -> name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
  }

  private <T> T bind(Class<T> type, Map<String, String> values) {
    List<ConfigurationPropertySource> sources = new ArrayList<>();
    sources.add(new MapConfigurationPropertySource(values));
    ConfigurationPropertySources.from(environment.getPropertySources()).forEach(sources::add);
    return new Binder(sources, new PropertySourcesPlaceholdersResolver(environment))
        .bindOrCreate(SettingsNames.prefix(type), type);
  }
}
