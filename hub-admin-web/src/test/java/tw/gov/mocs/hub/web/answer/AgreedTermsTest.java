package tw.gov.mocs.hub.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationContent;
import tw.gov.mocs.hub.application.ApplicationStatus;
import tw.gov.mocs.hub.application.Consent;
import tw.gov.mocs.hub.content.Bilingual;
import tw.gov.mocs.hub.content.ContentPage;
import tw.gov.mocs.hub.content.PageKey;

class AgreedTermsTest {

  private final AgreedTerms terms = new AgreedTerms(AgreedTermsTest::version);

  @Test
  void isTheVersionOfTheConsentAndNoOther() {
    assertThat(terms.of(agreed("2"))).contains(version(2));
  }

  @Test
  void isNothingWhereTheConsentNamesNoVersionOfTheHub() {
    assertThat(terms.of(agreed("102.12"))).isEmpty();
  }

  private static ContentPage version(int version) {
    return new ContentPage(
        PageKey.TERMS_OF_USE,
        version,
        new Bilingual("管理規範", null),
        new Bilingual("第 " + version + " 版", null),
        LocalDate.EPOCH,
        Instant.EPOCH);
  }

  private static Application agreed(String version) {
    return new Application(
        1,
        1,
        1,
        new AgencyCode("A58000000G"),
        ApplicationStatus.DRAFT,
        ApplicationContent.NONE,
        new Consent("ab".repeat(32), "A58000000G", version, Instant.EPOCH),
        null,
        List.of());
  }
}
