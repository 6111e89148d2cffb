package tw.gov.mocs.hub.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.application.ApplicationSettings;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.LoggedActs;
import tw.gov.mocs.hub.database.ChangeTopic;
import tw.gov.mocs.hub.database.Changes;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.file.StoredFiles;
import tw.gov.mocs.hub.notice.ContactSettings;
import tw.gov.mocs.hub.notice.NoticeRules;
import tw.gov.mocs.hub.setting.SettingChangeSearch.Sort;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** 系統參數, on every database. */
@OnEveryDatabase
class SettingControlTest {

  private static final Actor ADMINISTRATOR = new Actor("admin", null, null);
  private static final String DAYS = "hub.application.correction-days";
  private static final String CALLS = "hub.application.daily-calls";

  private static final Map<TestDatabase, ConfigurableApplicationContext> CORES =
      new ConcurrentHashMap<>();

  private final ConfigurableApplicationContext core;
  private final SettingControl control;
  private final RuntimeSettings settings;

  SettingControlTest(TestDatabase database) {
    core =
        CORES.computeIfAbsent(
            database, one -> TestCore.start(one, Map.of("hub.application.extension-days", "100")));
    control = core.getBean(SettingControl.class);
    settings = core.getBean(RuntimeSettings.class);
  }

  @BeforeEach
  void forgetAll() {
    core.getBean(TransactionTemplate.class)
        .executeWithoutResult(
            status -> {
              sql().update("DELETE FROM runtime_setting_change");
              sql().update("DELETE FROM runtime_setting");
              core.getBean(Changes.class).mark(ChangeTopic.SETTING);
            });
  }

  @AfterAll
  static void end() {
    CORES.values().forEach(ConfigurableApplicationContext::close);
    CORES.clear();
  }

  @Test
  void countsAtOnceAndUntilItIsReset() {
    assertThat(settings.current(ApplicationSettings.class).correctionDays()).isEqualTo(30);
    control.change(DAYS, 0, " 45 ", "業務需要", ADMINISTRATOR);
    assertThat(settings.current(ApplicationSettings.class).correctionDays()).isEqualTo(45);
    assertThat(control.get(DAYS))
        .returns("45", SettingValue::value)
        .returns("30", SettingValue::fileValue)
        .returns(true, SettingValue::changed);
    control.reset(DAYS, 1, "恢復", ADMINISTRATOR);
    assertThat(settings.current(ApplicationSettings.class).correctionDays()).isEqualTo(30);
    assertThat(control.changes(SettingChangeSearch.newest(DAYS, 10)).items())
        .extracting(SettingChange::versionNo, SettingChange::valueBefore, SettingChange::valueAfter)
        .containsExactly(Tuple.tuple(2, "45", "30"), Tuple.tuple(1, "30", "45"));
    assertThat(LoggedActs.of(core, "setting " + DAYS))
        .containsExactlyInAnyOrder("SETTING_CHANGED", "SETTING_RESET");
    assertThat(LoggedActs.of(core, "state_after", "setting " + DAYS))
        .containsExactlyInAnyOrder("45", "30");
    assertThat(LoggedActs.of(core, "reason", "setting " + DAYS))
        .containsExactlyInAnyOrder("業務需要", "恢復");
  }

  @Test
  void findsChangesByTheirSettingTheirReasonAndWhoMadeThem() {
    control.change(DAYS, 0, "45", "業務需要", ADMINISTRATOR);
    control.change(CALLS, 0, "7", "配合 100% 上線", new Actor("Other_1", null, null));
    control.change(DAYS, 1, "46", "再次調整", ADMINISTRATOR);
    assertThat(changes(null, "")).containsExactly("46", "7", "45");
    assertThat(changes(DAYS, "")).containsExactly("46", "45");
    assertThat(changes(null, "100%")).containsExactly("7");
    assertThat(changes(null, "other_")).containsExactly("7");
    assertThat(changes(null, "%1")).isEmpty();
    assertThat(changes(CALLS, "業務")).isEmpty();
  }

  @Test
  void listsChangesOfSomeDaysPageByPage() {
    Instant begun = Instant.now();
    control.change(DAYS, 0, "45", "業務需要", ADMINISTRATOR);
    control.change(CALLS, 0, "7", "業務需要", ADMINISTRATOR);
    var oldest =
        new SettingChangeSearch(null, "", begun.minusSeconds(60), null, Sort.CHANGED, false, 2, 1);
    assertThat(control.changes(oldest).total()).isEqualTo(2);
    assertThat(control.changes(oldest).items())
        .extracting(SettingChange::settingName)
        .containsExactly(CALLS);
    var byName = new SettingChangeSearch(null, "", null, null, Sort.NAME, false, 1, 10);
    assertThat(control.changes(byName).items())
        .extracting(SettingChange::settingName)
        .containsExactly(DAYS, CALLS);
    var earlier =
        new SettingChangeSearch(null, "", null, begun.minusSeconds(60), Sort.BY, true, 1, 10);
    assertThat(control.changes(earlier).items()).isEmpty();
  }

  @Test
  void namesToWhoOnlyLooksWhatOfTheFileDoesNotCount() {
    String name = "hub.application.extension-days";
    control.change(name, 0, "200", "業務需要", ADMINISTRATOR);
    control.change(DAYS, 0, "45", "業務需要", ADMINISTRATOR);
    control.reset(DAYS, 1, "恢復", ADMINISTRATOR);
    assertThat(OverriddenSetting.of(core.getEnvironment()))
        .singleElement()
        .returns(name, OverriddenSetting::name)
        .returns("100", OverriddenSetting::fileValue)
        .returns("200", OverriddenSetting::storedValue)
        .returns(true, OverriddenSetting::fits)
        .returns("admin", OverriddenSetting::by);
  }

  @Test
  void theFileIsTheDefaultAndTheDatabaseWins() {
    String name = "hub.application.extension-days";
    assertThat(settings.current(ApplicationSettings.class).extensionDays()).isEqualTo(100);
    control.change(name, 0, "200", "業務需要", ADMINISTRATOR);
    assertThat(settings.current(ApplicationSettings.class).extensionDays()).isEqualTo(200);
    assertThat(control.get(name).fileValue()).isEqualTo("100");
  }

  @Test
  void countsOnAnotherNodeWithinFiveSeconds() throws InterruptedException {
    RuntimeSettings other =
        new RuntimeSettings(
            core.getEnvironment(),
            core.getBean(SettingMapper.class),
            core.getBean(Changes.class),
            core.getBean(PlatformTransactionManager.class));
    assertThat(other.current(ContactSettings.class).telephone()).isEqualTo("(02)8236-6666");
    // As another node does it: the counter grows, and no listener of this one is called.
    sql()
        .update(
            "INSERT INTO runtime_setting (setting_name, version_no, setting_value) VALUES (?, 1, ?)",
            "hub.contact.telephone",
            "(02)1234-5678");
    sql()
        .update(
            "UPDATE change_counter SET changes = changes + 1 WHERE topic = ?",
            ChangeTopic.SETTING.name());
    long begun = System.nanoTime();
    while (!other.current(ContactSettings.class).telephone().equals("(02)1234-5678")) {
      assertThat(System.nanoTime() - begun).isLessThan(5_000_000_000L);
      Thread.sleep(50);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "hub.application.correction-days, 0",
    "hub.application.correction-days, 366",
    "hub.application.correction-days, 1.5",
    "hub.application.correction-days, 99999999999999999999",
    "hub.notice.rules.incidents, yes",
    "hub.contact.mail, nobody",
    "hub.contact.hours, ''",
    "hub.contact.hours, '${hub.database.password}'",
    "hub.file.max-bytes, 101",
    // After what would have to come before it.
    "hub.notice.rules.last-days, 30"
  })
  void refusesWhatDoesNotFit(String name, String typed) {
    refuses(ErrorCode.SETTING_UNFIT, () -> control.change(name, 0, typed, "業務需要", ADMINISTRATOR));
    assertThat(control.get(name).version()).isZero();
  }

  @Test
  void refusesWhatStandsInTheFileAlone() {
    for (String name : new String[] {"hub.database.password", "hub.ws.port", "no.such"}) {
      refuses(ErrorCode.SETTING_FIXED, () -> control.change(name, 0, "1", "業務需要", ADMINISTRATOR));
    }
  }

  @Test
  void refusesWhatSomebodyElseHasChangedAndWhatChangesNothing() {
    control.change(CALLS, 0, "45", "業務需要", ADMINISTRATOR);
    refuses(
        ErrorCode.CHANGED_MEANWHILE, () -> control.change(CALLS, 0, "46", "另一人", ADMINISTRATOR));
    refuses(ErrorCode.STATE_CONFLICT, () -> control.change(CALLS, 1, "45", "同值", ADMINISTRATOR));
    refuses(ErrorCode.VALUE_INVALID, () -> control.change(CALLS, 1, "46", " ", ADMINISTRATOR));
    control.reset(CALLS, 1, "恢復", ADMINISTRATOR);
    refuses(ErrorCode.STATE_CONFLICT, () -> control.reset(CALLS, 2, "再一次", ADMINISTRATOR));
  }

  @Test
  void isInForceInItsFeature() {
    control.change("hub.file.max-bytes", 0, "2", "業務需要", ADMINISTRATOR);
    assertThat(core.getBean(StoredFiles.class).maxBytes()).isEqualTo(2 << 20);
    control.change("hub.notice.rules.first-days", 0, "90", "業務需要", ADMINISTRATOR);
    assertThat(settings.current(NoticeRules.class).firstDays()).isEqualTo(90);
    control.change("hub.delivery.kept", 0, "7", "業務需要", ADMINISTRATOR);
    assertThat(control.get("hub.delivery.kept").value()).isEqualTo("7");
  }

  @Test
  void everyDefaultIsWithinItsLimits() {
    assertThat(control.list())
        .hasSizeBetween(10, 25)
        .allSatisfy(
            one -> assertThat(one.setting().read(one.fileValue())).as(one.toString()).isPresent());
  }

  /** What counted after each that is found, the newest first. */
  private List<String> changes(@Nullable String name, String text) {
    var search = new SettingChangeSearch(name, text, null, null, Sort.CHANGED, true, 1, 10);
    return control.changes(search).items().stream()
        .map(SettingChange::valueAfter)
        .map(String::valueOf)
        .toList();
  }

  private JdbcTemplate sql() {
    return new JdbcTemplate(core.getBean("hubDataSource", DataSource.class));
  }

  private static void refuses(ErrorCode code, ThrowingCallable work) {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(work)
        .returns(code, HubException::code);
  }
}
