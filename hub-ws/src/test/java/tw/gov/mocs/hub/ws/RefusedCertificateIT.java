package tw.gov.mocs.hub.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.trust.Certificates;

/** Every wrong kind of certificate that nobody registered, by whose key the signature holds. */
class RefusedCertificateIT extends Refusing {

  private static final Map<String, ErrorCode> REFUSED = new HashMap<>();
  private static final Identity FORGED = Identity.ec("forged", "secp256r1");

  private static void refuses(ErrorCode code, Identity identity) {
    Reply reply = hub.send(new SignedMessage().by(identity));
    refuses(code, reply);
    assertThat(reply.body()).doesNotContain(identity.certificate().getSerialNumber().toString(16));
    assertThat(reply.text("recordId")).startsWith("none");
    REFUSED.put(Certificates.thumbprint(identity.certificate()), code);
  }

  @AfterAll
  static void theReasonStandsInTheLog() {
    Eventually.holds(
        () ->
            REFUSED.forEach(
                (thumbprint, code) ->
                    assertThat(hub.log.reasons(code, thumbprint))
                        .as("%s", code)
                        .isNotEmpty()
                        .allSatisfy(reason -> assertThat(reason).isNotBlank())));
  }

  /** Of all of them only that which is good in all else can be registered later. */
  @AfterAll
  static void theCertificateStandsInTheListIfItsSignatureHeldAndItIsTrusted() {
    String stranger = Certificates.thumbprint(Identity.STRANGER.certificate());
    Eventually.holds(() -> assertThat(hub.log.seen(stranger)).isPositive());
    settle();
    REFUSED.keySet().stream()
        .filter(thumbprint -> !thumbprint.equals(stranger))
        .forEach(thumbprint -> assertThat(hub.log.seen(thumbprint)).isZero());
    assertThat(hub.log.seen(Certificates.thumbprint(FORGED.certificate()))).isZero();
  }

  @Test
  void nobodyRegisteredItAndTheSignatureFails() {
    refuses(
        ErrorCode.SIGNATURE_INVALID,
        new SignedMessage()
            .by(FORGED)
            .afterSigning(document -> bodyOf(document).setAttribute("changed", "true")));
  }

  @Test
  void nobodyRegisteredIt() {
    refuses(ErrorCode.CERTIFICATE_NOT_REGISTERED, Identity.STRANGER);
  }

  @Test
  void expired() {
    refuses(ErrorCode.CERTIFICATE_NOT_IN_FORCE, Identity.EXPIRED);
  }

  @Test
  void notYetInForce() {
    refuses(ErrorCode.CERTIFICATE_NOT_IN_FORCE, Identity.NOT_YET);
  }

  @Test
  void cardForLoggingIn() {
    refuses(ErrorCode.CERTIFICATE_USE_WRONG, Identity.CARD);
  }

  @Test
  void issuerThatIsNotTrusted() {
    refuses(ErrorCode.CERTIFICATE_UNTRUSTED, Identity.OF_UNKNOWN_ROOT);
  }

  @Test
  void revocationListPastItsGrace() {
    refuses(ErrorCode.REVOCATION_UNDETERMINED, Identity.OF_SILENT);
  }
}
