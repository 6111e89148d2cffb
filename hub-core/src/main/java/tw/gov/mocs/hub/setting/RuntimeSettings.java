package tw.gov.mocs.hub.setting;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

  private final SettingRecords records;
  private final SettingMapper mapper;
  private final TransactionTemplate reading;
  private volatile Known known = new Known(Map.of(), new ConcurrentHashMap<>());
  private volatile boolean stale = true;
  private long triedNanos = System.nanoTime() - PAUSE_NANOS;

  RuntimeSettings(
      ConfigurableEnvironment environment,
      SettingMapper mapper,
      Changes changes,
      PlatformTransactionManager manager) {
    this.records = new SettingRecords(environment);
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
    return type.cast(
        now.records().computeIfAbsent(type, any -> records.usable(type, now.values())));
  }

  /** What one is by these values, as people type it. */
  String shown(RuntimeSetting setting, Map<String, String> values) {
    return records.shown(setting, values);
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

  /** Whether these values keep the rules of the record: those of each, and those between them. */
  <T> boolean fits(Class<T> type, Map<String, String> values) {
    return records.fits(type, values);
  }
}
