package tw.gov.mocs.hub.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityFormsTest {

  // The example that the authority itself gives, and one of each later form.
  @ParameterizedTest
  @ValueSource(strings = {"A123456789", "a123456789", " A123456789 ", "A800000014", "AC01234567"})
  void knowsANumber(String text) {
    assertThat(IdentityForms.isNumber(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "A12345678",
        "A1234567890",
        "A12345678O",
        "A123456788",
        "A323456789",
        "A123456789 B123456780"
      })
  void doesNotTakeForANumberWhatIsNone(String text) {
    assertThat(IdentityForms.isNumber(text)).isFalse();
  }
}
