package tw.gov.mocs.hub.web.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import tw.gov.mocs.hub.setting.RuntimeSetting;

/** What a setting may be is told in both languages. */
class SettingLimitsTest {

  private final SettingLimits limits = new SettingLimits(messages());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hub.application.correction-days | 整數，1 至 365 天 | Whole number: 1 to 365 (days)",
        "hub.delivery.ticket | 整數，1 至 168 小時 | Whole number: 1 to 168 (hours)",
        "hub.application.daily-calls | 整數，1 至 10,000,000 次 | Whole number: 1 to 10,000,000 (calls)",
        "hub.contact.telephone | 文字，最多 40 個字 | Text, up to 40 characters",
        "hub.notice.rules.ending | 是或否 | Yes or no"
      })
  void saysTheLeastTheMostAndTheUnit(String name, String chinese, String english) {
    RuntimeSetting setting = RuntimeSetting.find(name).orElseThrow();
    assertThat(limits.of(setting, Locale.TAIWAN)).isEqualTo(chinese);
    assertThat(limits.of(setting, Locale.ENGLISH)).isEqualTo(english);
  }

  @ParameterizedTest
  @MethodSource("tw.gov.mocs.hub.setting.RuntimeSetting#all")
  void hasWordsForEachSetting(RuntimeSetting setting) {
    for (Locale locale : new Locale[] {Locale.TAIWAN, Locale.ENGLISH}) {
      assertThat(limits.title(setting, locale)).isNotBlank();
      assertThat(limits.what(setting, locale)).isNotBlank();
      assertThat(limits.of(setting, locale)).isNotBlank();
    }
  }

  @Test
  void showsAValueWithItsUnit() {
    RuntimeSetting days = RuntimeSetting.find("hub.application.correction-days").orElseThrow();
    assertThat(limits.value(days, "30", Locale.TAIWAN)).isEqualTo("30 天");
    RuntimeSetting calls = RuntimeSetting.find("hub.application.daily-calls").orElseThrow();
    assertThat(limits.value(calls, "10000", Locale.TAIWAN)).isEqualTo("10,000 次");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000", "1,000", "２００００", " 10,000,000 "})
  void readsANumberAsPeopleWriteIt(String typed) {
    RuntimeSetting calls = RuntimeSetting.find("hub.application.daily-calls").orElseThrow();
    assertThat(limits.wrong(calls, typed, Locale.TAIWAN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hub.application.daily-calls | -5 | 「每日呼叫次數預設值」不能是這個值；可填：整數，1 至 10,000,000 次",
        "hub.application.daily-calls | 1,00 | 「每日呼叫次數預設值」不能是這個值；可填：整數，1 至 10,000,000 次",
        "hub.contact.telephone | abc${x} | 「聯絡電話」不得換行，亦不得含「${」",
        "hub.contact.telephone | '' | 請填寫「聯絡電話」"
      })
  void saysWhyAValueIsNone(String name, String typed, String why) {
    RuntimeSetting setting = RuntimeSetting.find(name).orElseThrow();
    assertThat(limits.wrong(setting, typed, Locale.TAIWAN)).contains(why);
  }

  @Test
  void saysWhatAMailAddressLooksLike() {
    RuntimeSetting mail = RuntimeSetting.find("hub.contact.mail").orElseThrow();
    assertThat(limits.contradicts(mail, Locale.TAIWAN))
        .isEqualTo("「聯絡電子郵件」不是電子郵件位址，應如 name@agency.gov.tw");
  }

  private static ResourceBundleMessageSource messages() {
    ResourceBundleMessageSource source = new ResourceBundleMessageSource();
    source.setBasename("tw/gov/mocs/hub/web/setting/messages");
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    return source;
  }
}
