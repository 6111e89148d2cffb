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

  @ParameterizedTest
  @ValueSource(strings = {"A123456788", "Q-a123456789", "A123456789/2", "Ａ１２３４５６７８９"})
  void knowsAWordOfThatForm(String identifier) {
    assertThat(IdentityForms.asWordIn(identifier)).isTrue();
  }

  // The last group of this UUID holds ten characters of that form.
  @ParameterizedTest
  @ValueSource(strings = {"", "8b1c2a7e-51d4-4f2b-9c1e-0a123456789f", "FIN-20261123001"})
  void takesNoChanceForAWord(String identifier) {
    assertThat(IdentityForms.asWordIn(identifier)).isFalse();
  }
}
