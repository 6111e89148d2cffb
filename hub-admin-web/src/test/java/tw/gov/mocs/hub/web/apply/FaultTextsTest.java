package tw.gov.mocs.hub.web.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import tw.gov.mocs.hub.application.ContentFault;
import tw.gov.mocs.hub.application.ContentFault.Reason;
import tw.gov.mocs.hub.catalogue.InitialCatalogue;

class FaultTextsTest {

  private static final List<String> PLACES =
      List.of(
          "contactName",
          "contactPhone",
          "contactMail",
          "period",
          "purpose",
          "legalBasis",
          "specificPurpose",
          "system.name",
          "system.operatingSystem",
          "system.language",
          "system.database",
          "system.hostName",
          "system.addresses",
          "audiences",
          "method",
          "specialConditions",
          "attachments",
          "attachments.12",
          "services",
          "services.SQ_TA_001",
          "services.SQ_TA_001.fields",
          "services.SQ_TA_001.fields.gone",
          "services.SQ_TA_001.justification",
          "services.SQ_XX_999");

  private final FaultTexts texts = new FaultTexts(messages(), InitialCatalogue::snapshot);

  static List<ContentFault> faults() {
    List<ContentFault> all = new ArrayList<>();
    for (String place : PLACES) {
      for (Reason reason : Reason.values()) {
        all.add(new ContentFault(place, reason));
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("faults")
  void tellsEachInBothLanguages(ContentFault fault) {
    String chinese = texts.text(fault, Locale.TRADITIONAL_CHINESE);
    String english = texts.text(fault, Locale.ENGLISH);
    assertThat(chinese).containsPattern("\\p{IsHan}").doesNotContain("{", "null");
    assertThat(english).doesNotContainPattern("\\p{IsHan}").doesNotContain("{", "null");
  }

  @Test
  void namesServiceAndField() {
    ContentFault gone = new ContentFault("services.SQ_TA_001.fields.gone", Reason.NOT_OFFERED);
    assertThat(texts.text(gone, Locale.TRADITIONAL_CHINESE))
        .isEqualTo("SQ_TA_001 銓審資料已不提供欄位 gone，請取消選取該欄位");
  }

  @ParameterizedTest
  @CsvSource({
    "contactName, contactName",
    "period, from",
    "system.name, systemName",
    "system.language, programmingLanguage",
    "system.addresses, addresses",
    "audiences, audiences-STAFF_PERSONAL",
    "attachments.12, attachments",
    "services, services",
    "services.SQ_TA_001, service-SQ_TA_001",
    "services.SQ_TA_001.fields.gone, fields-SQ_TA_001",
    "services.SQ_TA_001.justification, justification-SQ_TA_001"
  })
  void leadsToTheInput(String place, String id) {
    assertThat(FaultTexts.field(place)).isEqualTo(id);
  }

  private static ResourceBundleMessageSource messages() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("tw.gov.mocs.hub.web.apply.messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    return messages;
  }
}
