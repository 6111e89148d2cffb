package tw.gov.mocs.hub.setting;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import tw.gov.mocs.hub.database.DatabaseLook;
import tw.gov.mocs.hub.database.DatabaseSettings;
import tw.gov.mocs.hub.setting.SettingMapper.Filter;
import tw.gov.mocs.hub.setting.SettingMapper.SettingRow;
import tw.gov.mocs.hub.shared.HubException;

/**
 * A setting whose value in the file does not count, because another was stored while the hub ran;
 * values as people type them. None of those that may be stored is a secret.
 *
 * @param name as in the file
 * @param fileValue what the file says, or the default
 * @param storedValue what counts instead
 * @param fits whether the stored value fits the file, which may be another since; else it does not
 *     count
 * @param since when it was stored
 * @param by who stored it
 */
public record OverriddenSetting(
    String name, String fileValue, String storedValue, boolean fits, Instant since, String by) {

  /**
   * Those of a hub that need not run, by name.
   *
   * @param environment free of faults
   * @throws HubException DATABASE_UNAVAILABLE if its database cannot be looked at
   */
  public static List<OverriddenSetting> of(ConfigurableEnvironment environment) {
    DatabaseSettings database =
        Binder.get(environment).bindOrCreate("hub.database", DatabaseSettings.class);
    SettingRecords records = new SettingRecords(environment);
    return new DatabaseLook(database)
        .ask(SettingMapper.class, mapper -> of(records, mapper, mapper.all()));
  }

  private static List<OverriddenSetting> of(
      SettingRecords records, SettingMapper mapper, List<SettingRow> rows) {
    Map<String, String> values = RuntimeSettings.values(rows);
    return values.keySet().stream()
        .map(name -> of(RuntimeSetting.find(name).orElseThrow(), records, mapper, values))
        .sorted(comparing(OverriddenSetting::name))
        .toList();
  }

  private static OverriddenSetting of(
      RuntimeSetting setting,
      SettingRecords records,
      SettingMapper mapper,
      Map<String, String> values) {
    SettingChange last =
        mapper.changes(Filter.of(SettingChangeSearch.newest(setting.name(), 1))).get(0);
    return new OverriddenSetting(
        setting.name(),
        records.shown(setting, Map.of()),
        String.valueOf(last.valueAfter()),
        records.fits(setting.type(), values),
        last.changedAt(),
        last.changedBy());
  }
}
