package tw.gov.mocs.hub.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of answers call things as the steps call them that asked for them. */
class AnswerTextsTest {

  @ParameterizedTest
  @CsvSource({
    "agency, apply.input.agency",
    "contactName, apply.label.contactName",
    "contactPhone, apply.label.contactPhone",
    "contactMail, apply.label.contactMail",
    "period, apply.label.period",
    "purpose, apply.label.purpose",
    "legalBasis, apply.label.legalBasis",
    "specificPurpose, apply.label.specificPurpose",
    "system.name, apply.label.system.name",
    "system.operatingSystem, apply.label.system.operatingSystem",
    "system.language, apply.label.system.language",
    "system.database, apply.label.system.database",
    "system.hostName, apply.label.system.hostName",
    "system.addresses, apply.label.system.addresses",
    "audiences, apply.label.audiences",
    "audience.STAFF_PERSONAL, apply.choice.STAFF_PERSONAL",
    "audience.AGENCY_INTERNAL, apply.choice.AGENCY_INTERNAL",
    "audience.EXTERNAL, apply.choice.EXTERNAL",
    "method, apply.label.method",
    "method.ONE_TIME_FILE, apply.choice.ONE_TIME_FILE",
    "method.WEB_SERVICE, apply.choice.WEB_SERVICE",
    "specialConditions, apply.label.specialConditions",
    "files, apply.label.attachments",
    "services, apply.label.services",
    "justification, apply.input.justification"
  })
  void anAnswerHasTheNameOfItsQuestion(String answer, String question) {
    for (Locale locale : new Locale[] {Locale.ROOT, Locale.ENGLISH}) {
      assertThat(texts("answer", locale).getString("answer." + answer))
          .isEqualTo(texts("apply", locale).getString(question));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"service.code", "service.name", "service.description"})
  void aServiceIsCalledAsInTheTableOfAll(String column) {
    for (Locale locale : new Locale[] {Locale.ROOT, Locale.ENGLISH}) {
      assertThat(texts("answer", locale).getString("answer." + column))
          .isEqualTo(texts("content", locale).getString(column));
    }
  }

  private static ResourceBundle texts(String feature, Locale locale) {
    return ResourceBundle.getBundle(
        "tw.gov.mocs.hub.web." + feature + ".messages",
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
