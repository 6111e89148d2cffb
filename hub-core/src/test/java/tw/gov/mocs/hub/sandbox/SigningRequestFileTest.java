package tw.gov.mocs.hub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.gov.mocs.hub.demo.KeyPairs;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

class SigningRequestFileTest {

  private static final KeyPair RSA = KeyPairs.rsa();

  @Test
  void tellsTheKeyAndTheName() {
    SigningRequestFile read = SigningRequestFile.read(Csr.of("CN=人事系統 1,C=TW", RSA));
    assertThat(read.key()).isEqualTo(RSA.getPublic());
    assertThat(read.name()).isEqualTo("人事系統 1");
  }

  @Test
  void takesEllipticCurves() throws GeneralSecurityException {
    KeyPair ec = ec("secp256r1");
    assertThat(SigningRequestFile.read(Csr.of("CN=x", ec)).key()).isEqualTo(ec.getPublic());
  }

  @Test
  void showsNothingOfANameThatCouldMislead() {
    String name =
        SigningRequestFile.read(Csr.of("CN=\"a\u202Eb<i>c" + "d".repeat(80) + "\"", RSA)).name();
    assertThat(name).startsWith("abic").hasSize(40);
  }

  @Test
  void needsNoName() {
    assertThat(SigningRequestFile.read(Csr.of("C=TW", RSA)).name()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no request",
        "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n"
      })
  void refusesWhatIsNone(String text) {
    refuses(text, ErrorCode.VALUE_INVALID);
  }

  @Test
  void refusesWhatIsTooLong() {
    refuses(Csr.of("CN=x", RSA) + " ".repeat(10_000), ErrorCode.VALUE_INVALID);
  }

  @Test
  void refusesTheKeyOfSomebodyElse() {
    refuses(Csr.of("CN=x", RSA, KeyPairs.rsa()), ErrorCode.VALUE_INVALID);
  }

  @Test
  void refusesAWeakKey() {
    refuses(Csr.of("CN=x", KeyPairs.rsa(1024)), ErrorCode.CERTIFICATE_WEAK);
  }

  private static KeyPair ec(String curve) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(curve));
    return generator.generateKeyPair();
  }

  private static void refuses(String text, ErrorCode code) {
    assertThatThrownBy(() -> SigningRequestFile.read(text))
        .isInstanceOfSatisfying(
            HubException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
