package tw.gov.mocs.hub.web.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import tw.gov.mocs.hub.audit.ActLine;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.web.layout.RocFormat;

/** Histories of the catalogue are in the language of the page. */
class CatalogueActsTest {

  private final CatalogueActs acts;

  CatalogueActsTest() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasenames(
        "tw.gov.mocs.hub.web.registry.messages", "tw.gov.mocs.hub.web.service.messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    acts = new CatalogueActs(messages, new RegistryTexts(messages), new RocFormat());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "version 1 | 第 1 版 | version 1",
        "version 2: NAME_EN: a → b; NAME: 甲 → 乙 | 第 2 版 | version 2",
        "version 2, 12 fields | 第 2 版，12 個欄位 | version 2, 12 fields",
        "20 fields | 20 個欄位 | 20 fields",
        "14 codes | 14 個代碼 | 14 codes",
        "OPEN | 開放 | Open",
        "CLOSED: 汰換; 續行 | 關閉：汰換; 續行 | Closed: 汰換; 續行",
        "OPEN; CLOSED on 2026-12-15: 汰換 |" + " 開放，115/12/15 起關閉：汰換 | Open, closes on 115/12/15: 汰換",
        "LABEL=甲; 乙; DATA_CLASS=PERSONAL; MASK= |"
            + " 中文名稱：甲; 乙；資料分類：個人資料；遮罩：— |"
            + " Chinese label: 甲; 乙; Data class: Personal; Mask: —",
        "something else | something else | something else"
      })
  void isSaidInWords(String logged, String chinese, String english) {
    assertThat(acts.of(logged, Locale.TRADITIONAL_CHINESE)).isEqualTo(chinese);
    assertThat(acts.of(logged, Locale.ENGLISH)).isEqualTo(english);
  }

  @Test
  void namesTheHubAndWhatItLoadedFirst() {
    ActLine act =
        new ActLine(
            Instant.EPOCH,
            AuditAction.TABLE_IMPORTED,
            "hub",
            null,
            "1 fields",
            "initial catalogue");
    assertThat(acts.actor(act, Locale.TRADITIONAL_CHINESE)).isEqualTo("系統");
    assertThat(acts.reason(act, Locale.TRADITIONAL_CHINESE)).isEqualTo("初始服務目錄");
    assertThat(acts.reason(act, Locale.ENGLISH)).isEqualTo("Initial catalogue");
  }
}
