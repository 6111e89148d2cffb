package tw.gov.mocs.hub.ws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.wss4j.dom.WSConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.gov.mocs.hub.evidence.RequestSignature;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** Requests that were kept, judged without a hub. */
class KeptRequestTest {

  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  @Test
  void holdsHoweverOldItIs() {
    KeptRequest kept = verify(new SignedMessage().at(LONG_AGO).sign());
    assertThat(kept.certificate()).isEqualTo(Identity.AGENCY.certificate());
    assertThat(kept.bodyDigest()).hasSize(32);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        WSConstants.ISSUER_SERIAL,
        WSConstants.SKI_KEY_IDENTIFIER,
        WSConstants.THUMBPRINT_IDENTIFIER
      })
  void findsTheCertificateThatItOnlyNames(int reference) {
    String message = new SignedMessage().reference(reference).sign();
    assertThat(verify(message).certificate()).isEqualTo(Identity.AGENCY.certificate());
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> KeptRequest.verify(bytes(message), List.of()))
        .returns(ErrorCode.CERTIFICATE_NOT_REGISTERED, HubException::code);
  }

  @Test
  void doesNotHoldOnceItWasChanged() {
    String message = new SignedMessage().signThen(text -> text.replace("SQ_TA_001", "SQ_TA_002"));
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> verify(message))
        .returns(ErrorCode.SIGNATURE_INVALID, HubException::code)
        .withMessage("Body was changed after it was signed");
  }

  @Test
  void saysThatTheValueIsOfAnotherKeyOrText() {
    String message =
        new SignedMessage()
            .signThen(
                text ->
                    text.replaceFirst(
                        "(?s)(<ds:SignatureValue[^>]*>).*?(</ds:SignatureValue>)",
                        "$1" + "A".repeat(342) + "==$2"));
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> verify(message))
        .withMessage(RequestSignature.OTHER_VALUE);
  }

  /** Canonical XML §2.1: who signs such a message made the digest in another way. */
  @Test
  void saysThatARelativeNamespaceCannotBeSigned() {
    String message =
        new SignedMessage()
            .signThen(text -> text.replace("xmlns=\"" + Names.EXCHANGE + "\"", "xmlns=\"u\""));
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> verify(message))
        .returns(ErrorCode.SIGNATURE_INVALID, HubException::code)
        .withMessageMatching("Body has no canonical form: .*relative namespace.*");
  }

  private static KeptRequest verify(String message) {
    return KeptRequest.verify(bytes(message), List.of(Identity.AGENCY.certificate()));
  }

  private static byte[] bytes(String message) {
    return message.getBytes(StandardCharsets.UTF_8);
  }
}
