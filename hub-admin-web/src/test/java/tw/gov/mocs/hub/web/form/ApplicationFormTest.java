package tw.gov.mocs.hub.web.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationContent;
import tw.gov.mocs.hub.application.ApplicationStatus;
import tw.gov.mocs.hub.application.ServiceRequest;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.content.Bilingual;
import tw.gov.mocs.hub.content.ContentPage;
import tw.gov.mocs.hub.content.PageKey;
import tw.gov.mocs.hub.web.odf.OdfText;

class ApplicationFormTest {

  @Test
  void asksWhatTheManualAsksInItsOrder() {
    assertThat(SampleForms.file().rows().stream().flatMap(row -> row.entries().stream()))
        .extracting(PrintedForm.Entry::label)
        .containsExactly(
            "申請機關",
            "申請日期",
            "聯絡人姓名",
            "聯絡電話",
            "電子郵件",
            "服務使用起迄",
            "介接用途",
            "法源依據",
            "特定目的",
            "介接系統名稱",
            "作業系統",
            "程式語言",
            "資料庫",
            "電腦名稱",
            "IP 位置",
            "介接系統使用之對象",
            "資料交換需求 (申請之服務)",
            "資料交換服務提供方式",
            "憑證上之卡號");
  }

  @Test
  void answersForOneFileAsTheManualDoes() {
    PrintedForm form = SampleForms.file();
    assertThat(answer(form, "申請日期")).containsExactly("102/12/22");
    assertThat(answer(form, "服務使用起迄")).containsExactly("102/12/24~103/01/31");
    assertThat(answer(form, "介接系統使用之對象")).containsExactly("□ 公務同仁個人使用　□ 機關內部使用　■ 對外介接使用");
    assertThat(answer(form, "資料交換需求 (申請之服務)"))
        .containsExactly("申請一次性現職人員基本資料", "上傳之檔案：說明.odt、名冊.ods");
    assertThat(answer(form, "資料交換服務提供方式")).containsExactly("一次性 (檔案下載服務)");
    assertThat(answer(form, "憑證上之卡號")).containsExactly("TP03120112283356");
    assertThat(answer(form, "電腦名稱")).containsExactly("");
  }

  @Test
  void namesServicesAndThoseFieldsThatAreNotAll() {
    assertThat(answer(SampleForms.webService(), "資料交換需求 (申請之服務)"))
        .containsExactly(
            "SQ_MA_001 退休資料",
            "　欄位：身分證統一編號、姓名",
            "　限制欄位使用理由：核發給與所需",
            "SQ_TA_001 銓審資料",
            "　欄位：全部（20 個）");
    assertThat(answer(SampleForms.webService(), "IP 位置"))
        .containsExactly("192.0.2.10", "2001:db8::/32");
    assertThat(answer(SampleForms.webService(), "資料交換服務提供方式"))
        .containsExactly("即時 Web Service 連線服務");
  }

  @Test
  void keepsTheCodeOfAServiceThatIsGone() {
    ServiceRequest gone = new ServiceRequest(new ServiceCode("SQ_XX_99"), List.of("a"), "");
    assertThat(answer(SampleForms.webService(List.of(gone)), "資料交換需求 (申請之服務)"))
        .containsExactly("SQ_XX_99");
  }

  @Test
  void showsCharactersThatNoDocumentMayHold() {
    assertThat(OdfText.lines("甲\u0001乙\uFFFE丙\uD842\n丁\t𠮷"))
        .containsExactly("甲\uFFFD乙\uFFFD丙\uFFFD", "丁 𠮷");
  }

  @Test
  void showsTheTextOfTheTermsThatWereAgreedTo() {
    ContentPage terms =
        new ContentPage(
            PageKey.TERMS_OF_USE,
            3,
            new Bilingual("管理規範", null),
            new Bilingual("1. 第一條\n2. 第二條", null),
            LocalDate.EPOCH,
            Instant.EPOCH);
    PrintedForm form = SampleForms.agreed(terms);
    assertThat(answer(form, "管理規範")).containsExactly("同意第 3 版，全文如附件");
    assertThat(form.annex())
        .isEqualTo(new PrintedForm.Annex("附件　同意之管理規範（第 3 版）", List.of("一、第一條", "二、第二條")));
  }

  @Test
  void saysThatTheCardSignedNothing() {
    assertThat(answer(SampleForms.unsigned(), "簽署方式")).containsExactly("憑證重新連線，未附簽章");
  }

  @Test
  void isRefusedForADraft() {
    AgencyCode code = new AgencyCode("A58000000G");
    Application draft =
        new Application(
            1, 1, 1, code, ApplicationStatus.DRAFT, ApplicationContent.NONE, null, null, List.of());
    Agency agency = new Agency(1, code, "考選部", null, null, false);
    assertThatThrownBy(
            () -> ApplicationForm.of(draft, agency, SampleForms.CATALOGUE, List.of(), null, false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isFiledByItsNumber() {
    assertThat(FormFormat.DOCX.fileName("APFQ10200003")).isEqualTo("APFQ10200003.docx");
  }

  @ParameterizedTest
  @CsvSource({"1, 一", "10, 十", "11, 十一", "20, 二十", "99, 九十九"})
  void numbersPointsAsTheManualDoes(int number, String chinese) {
    assertThat(ChineseNumber.of(number)).isEqualTo(chinese);
  }

  private static List<String> answer(PrintedForm form, String label) {
    return form.rows().stream()
        .flatMap(row -> row.entries().stream())
        .filter(entry -> entry.label().equals(label))
        .findFirst()
        .orElseThrow()
        .lines();
  }
}
