package tw.gov.mocs.hub.web.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.web.act.PortalTexts;
import tw.gov.mocs.hub.web.layout.Names;
import tw.gov.mocs.hub.web.layout.RocFormat;
import tw.gov.mocs.hub.web.layout.TypeNames;
import tw.gov.mocs.hub.web.service.ServiceTexts;

/** Histories of the catalogue are in the language of the page. */
class CatalogueActsTest {

  private final CatalogueActs acts;

  CatalogueActsTest() throws IOException {
    RegistryTexts texts = new RegistryTexts(PortalTexts.messages());
    Names names = new Names(TestCore.shared(TestDatabase.H2).getBean(Agencies.class));
    ServiceTexts services =
        new ServiceTexts(
            PortalTexts.messages(), new RocFormat(), new TypeNames(PortalTexts.messages()), names);
    acts = new CatalogueActs(PortalTexts.words(), texts, services, new RocFormat());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "version 1 | 第 1 版 | version 1",
        "version 2: NAME_EN: a → b; NAME: 甲; 丙 → 乙 |"
            + " 第 2 版：變更英文名稱：a → b；變更服務名稱：甲; 丙 → 乙 |"
            + " version 2: English name changed: a → b; Name changed: 甲; 丙 → 乙",
        "version 3: KEEP_REQUEST: false → true; FIELD T.title:  → 職稱; END note:  → 2026-12-15 |"
            + " 第 3 版：變更保存完整查詢本文：否 → 是；新增欄位 T.title：職稱；新增停用日 note：115/12/15 |"
            + " version 3: Whole request kept changed: No → Yes; Field T.title added: 職稱;"
            + " Last day of field note added: 115/12/15",
        "version 2, 12 fields | 第 2 版，12 個欄位 | version 2, 12 fields",
        "20 fields | 20 個欄位 | 20 fields",
        "14 codes | 14 個代碼 | 14 codes",
        "OPEN | 開放 | Open",
        "CLOSED: 汰換; 續行 | 關閉：汰換; 續行 | Closed: 汰換; 續行",
        "OPEN; CLOSED on 2026-12-15: 汰換 |" + " 開放，115/12/15 起關閉：汰換 | Open, closes on 115/12/15: 汰換",
        "LABEL=甲; 乙; DATA_CLASS=PERSONAL; MASK= |"
            + " 中文名稱：甲; 乙；資料分類：個人資料；遮罩：— |"
            + " Chinese label: 甲; 乙; Data class: Personal; Mask: —",
        "draft k1, saved 2 times, over version 3 by demo-admin |"
            + " 草稿 k1，依第 3 版，已儲存 2 次，demo-admin 儲存 |"
            + " Draft k1 over version 3, saved: 2, by demo-admin",
        "draft k1, saved 1 times, over a new service | 草稿 k1，新服務，已儲存 1 次 |"
            + " Draft k1 of a new service, saved: 1",
        "guide [A, B], offer [A] | 服務說明：A, B；申請服務：A | Guide: A, B; offer: A",
        "something else | something else | something else"
      })
  void isSaidInWords(String logged, String chinese, String english) {
    assertThat(acts.state(AuditAction.SERVICE_OPENED, logged, Locale.TRADITIONAL_CHINESE))
        .isEqualTo(chinese);
    assertThat(acts.state(AuditAction.SERVICE_OPENED, logged, Locale.ENGLISH)).isEqualTo(english);
  }
}
