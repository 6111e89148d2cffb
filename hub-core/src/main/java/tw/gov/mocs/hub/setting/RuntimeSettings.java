package tw.gov.mocs.hub.setting;

import static java.util.Objects.requireNonNull;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.AssertTrue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.database.ChangeTopic;
import tw.gov.mocs.hub.database.Changes;
import tw.gov.mocs.hub.setting.SettingMapper.SettingRow;
import tw.gov.mocs.hub.shared.BareFailure;

/**
 * The settings that count now: those of the file, but for what an administrator has changed since.
 * A feature asks for its record each time; it is in memory, and read anew after a change on any
 * node. While the database is away what was read last counts.
 */
@Component
public class RuntimeSettings {

  private static final Logger LOG = LoggerFactory.getLogger(RuntimeSettings.class);
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final ConfigurableEnvironment environment;
  private final SettingMapper mapper;
  private final TransactionTemplate reading;
  private final Validator validator = Validation.buildDefaultValidatorFactory().getValidator();
  private volatile Known known = new Known(Map.of(), new ConcurrentHashMap<>());
  private volatile boolean stale = true;
  private long triedNanos = System.nanoTime() - PAUSE_NANOS;

  RuntimeSettings(
      ConfigurableEnvironment environment,
      SettingMapper mapper,
      Changes changes,
      PlatformTransactionManager manager) {
    this.environment = environment;
    this.mapper = mapper;
    // A caller may be inside a transaction that sees what is not committed.
    this.reading = new TransactionTemplate(manager);
    this.reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.reading.setReadOnly(true);
    changes.listen(ChangeTopic.SETTING, () -> stale = true);
  }

  private record Known(Map<String, String> values, Map<Class<?>, Object> records) {}

  /** This record of settings as it counts now. */
  public <T> T current(Class<T> type) {
    if (stale) {
      readAnew();
    }
    Known now = known;
    return type.cast(now.records().computeIfAbsent(type, any -> usable(type, now.values())));
  }

  /** What one is by these values, as people type it. */
  String shown(RuntimeSetting setting, Map<String, String> values) {
    return setting.shownIn(usable(setting.type(), values));
  }

  private synchronized void readAnew() {
    if (!stale || System.nanoTime() - triedNanos < PAUSE_NANOS) {
      return;
    }
    // First: a change that comes while it is read makes it stale once more.
    stale = false;
    try {
      List<SettingRow> rows = requireNonNull(reading.execute(status -> mapper.all()), "rows");
      known = new Known(values(rows), new ConcurrentHashMap<>());
    } catch (RuntimeException e) {
      stale = true;
      triedNanos = System.nanoTime();
      LOG.warn("the changed settings cannot be read: {}", BareFailure.of(e).getMessage());
    }
  }

  static Map<String, String> values(List<SettingRow> rows) {
    return rows.stream()
        .filter(row -> row.settingValue() != null)
        .filter(row -> RuntimeSetting.find(row.settingName()).isPresent())
        .collect(
            Collectors.toMap(
                SettingRow::settingName, row -> requireNonNull(row.settingValue(), "value")));
  }

  /** What no longer fits the file, which may be another since, is left out. */
  private <T> T usable(Class<T> type, Map<String, String> values) {
    if (fits(type, values)) {
      return bind(type, values);
    }
    LOG.error("what was changed of {} does not fit its file: it is left out", prefix(type));
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
        .bindOrCreate(prefix(type), type);
  }

  private static String prefix(Class<?> type) {
    return SettingsNames.prefix(type);
  }
}
