package tw.gov.mocs.hub.web.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tw.gov.mocs.hub.shared.ErrorCode;

/** Each reason for which a signature is not taken has its sentence; no other name is taken. */
class RefusalTest {

  @ParameterizedTest
  @EnumSource(Refusal.class)
  void isToldInBothLanguages(Refusal refusal) {
    for (Locale locale : new Locale[] {Locale.ROOT, Locale.ENGLISH}) {
      ResourceBundle texts =
          ResourceBundle.getBundle("tw.gov.mocs.hub.web.submit.messages", locale);
      assertThat(texts.getString("submit.refusal." + refusal)).isNotBlank();
    }
    assertThat(Refusal.named(refusal.name())).contains(refusal);
  }

  @ParameterizedTest
  @EnumSource(
      value = ErrorCode.class,
      names = {"CERTIFICATE_REVOKED", "AGENCY_SUSPENDED", "NOT_FOUND", "ALREADY_SUBMITTED"})
  void isNotWhatSigningAgainDoesNotMend(ErrorCode code) {
    assertThat(Refusal.of(code)).isEmpty();
    assertThat(Refusal.named(code.name())).isEmpty();
    assertThat(Refusal.named(null)).isEmpty();
  }
}
