package tw.gov.mocs.hub.setting;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.audit.GivenReason;
import tw.gov.mocs.hub.database.ChangeTopic;
import tw.gov.mocs.hub.database.Changes;
import tw.gov.mocs.hub.setting.SettingMapper.Filter;
import tw.gov.mocs.hub.setting.SettingMapper.SettingRow;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.Page;

/**
 * 系統參數: changes settings while the hub runs, at once on this node and soon on the others. Each
 * change takes the version that somebody looked at (CHANGED_MEANWHILE) and a reason.
 */
@Component
public class SettingControl {

  /** Characters of a reason at most. */
  public static final int LONGEST_REASON = 500;

  private final RuntimeSettings settings;
  private final SettingMapper mapper;
  private final Changes changes;
  private final AuditLog log;
  private final TransactionTemplate transactions;
  private final Clock clock;

  SettingControl(
      RuntimeSettings settings,
      SettingMapper mapper,
      Changes changes,
      AuditLog log,
      TransactionTemplate transactions,
      Clock clock) {
    this.settings = settings;
    this.mapper = mapper;
    this.changes = changes;
    this.log = log;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** All that may change, as they stand. */
  public List<SettingValue> list() {
    List<SettingRow> rows = mapper.all();
    return RuntimeSetting.all().stream().map(one -> value(one, rows)).toList();
  }

  /** One of them; SETTING_FIXED for what may not change, or is none. */
  public SettingValue get(String name) {
    return value(setting(name), mapper.all());
  }

  /** The changes that the search names, of settings that are none any more too. */
  public Page<SettingChange> changes(SettingChangeSearch search) {
    Filter filter = Filter.of(search);
    return new Page<>(mapper.changes(filter), search.page(), search.size(), mapper.count(filter));
  }

  /**
   * Lets another value count.
   *
   * @param typed in the unit that people type
   * @throws HubException SETTING_UNFIT for what its rules do not allow; STATE_CONFLICT for what
   *     counts already
   */
  public void change(String name, int version, String typed, String reason, Actor actor) {
    RuntimeSetting setting = setting(name);
    String stored =
        setting.read(typed).orElseThrow(() -> new HubException(ErrorCode.SETTING_UNFIT, name));
    GivenReason.requireNoNumber(name, stored);
    keep(setting, version, stored, reason, actor);
  }

  /** 恢復預設: lets the file's value count again; STATE_CONFLICT if it does. */
  public void reset(String name, int version, String reason, Actor actor) {
    keep(setting(name), version, null, reason, actor);
  }

  private void keep(
      RuntimeSetting setting, int version, @Nullable String stored, String reason, Actor actor) {
    String why = GivenReason.require(reason.strip(), LONGEST_REASON);
    transactions.executeWithoutResult(
        status -> {
          // First: its row lock lets one change of settings at a time look and decide.
          changes.mark(ChangeTopic.SETTING);
          List<SettingRow> rows = mapper.all();
          SettingValue before = value(setting, rows);
          if (before.version() != version) {
            throw new HubException(ErrorCode.CHANGED_MEANWHILE, setting.name());
          }
          Map<String, String> values = new HashMap<>(RuntimeSettings.values(rows));
          if (stored == null) {
            values.remove(setting.name());
          } else {
            values.put(setting.name(), stored);
          }
          if (!settings.fits(setting.type(), values)) {
            throw new HubException(ErrorCode.SETTING_UNFIT, setting.name());
          }
          String after = settings.shown(setting, values);
          if (stored == null ? !before.changed() : after.equals(before.value())) {
            throw new HubException(ErrorCode.STATE_CONFLICT, setting.name(), before.value());
          }
          store(setting, version, stored);
          mapper.insertChange(
              new SettingChange(
                  setting.name(),
                  version + 1,
                  before.value(),
                  after,
                  stored == null,
                  why,
                  clock.instant(),
                  actor.name()));
          log.act(
              new Act(
                  stored == null ? AuditAction.SETTING_RESET : AuditAction.SETTING_CHANGED,
                  actor,
                  "setting " + setting.name(),
                  null,
                  before.value(),
                  after,
                  why));
        });
  }

  private void store(RuntimeSetting setting, int version, @Nullable String stored) {
    if (version == 0) {
      mapper.insert(setting.name(), stored);
    } else if (mapper.update(setting.name(), version, stored) == 0) {
      throw new HubException(ErrorCode.CHANGED_MEANWHILE, setting.name());
    }
  }

  private SettingValue value(RuntimeSetting setting, List<SettingRow> rows) {
    Optional<SettingRow> row =
        rows.stream().filter(one -> one.settingName().equals(setting.name())).findFirst();
    return new SettingValue(
        setting,
        row.map(SettingRow::versionNo).orElse(0),
        settings.shown(setting, RuntimeSettings.values(rows)),
        settings.shown(setting, Map.of()),
        row.map(SettingRow::settingValue).isPresent());
  }

  private static RuntimeSetting setting(String name) {
    return RuntimeSetting.find(name)
        .orElseThrow(() -> new HubException(ErrorCode.SETTING_FIXED, "not at run time: " + name));
  }
}
