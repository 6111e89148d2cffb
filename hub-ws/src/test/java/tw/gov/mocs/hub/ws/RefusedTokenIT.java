package tw.gov.mocs.hub.ws;

import java.time.Instant;
import org.apache.wss4j.dom.WSConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import tw.gov.mocs.hub.shared.ErrorCode;

/** Timestamps, tokens and certificates that are refused. */
class RefusedTokenIT extends Refusing {

  @ParameterizedTest
  @ValueSource(
      strings = {"", "now", "2026-11-23", "2026-11-23T10:00:00", "2026-13-01T00:00:00Z", "1"})
  void unreadableTimestamp(String created) {
    refuses(ErrorCode.TIMESTAMP_INVALID, new SignedMessage().created(created));
  }

  @Test
  void noTimestamp() {
    refuses(
        ErrorCode.TIMESTAMP_INVALID,
        new SignedMessage()
            .timestamp("<wsu:None wsu:Id='id-ts'/>")
            .signThen(t -> t.replaceAll("<wsu:None [^>]*>(</wsu:None>)?", "")));
  }

  @Test
  void twoTimestamps() {
    refuses(
        ErrorCode.TIMESTAMP_INVALID,
        changed(
            document ->
                securityOf(document)
                    .appendChild(document.createElementNS(Names.WSU, "u:Timestamp"))));
  }

  @Test
  void oldTimestamp() {
    Instant created = Instant.now().minusSeconds(301);
    refuses(
        ErrorCode.TIMESTAMP_EXPIRED,
        new SignedMessage()
            .created(created.toString())
            .expires(created.plusSeconds(900).toString()));
  }

  @Test
  void expiredTimestamp() {
    refuses(
        ErrorCode.TIMESTAMP_EXPIRED,
        new SignedMessage()
            .created(Instant.now().minusSeconds(60).toString())
            .expires(Instant.now().minusSeconds(5).toString()));
  }

  @Test
  void timestampAhead() {
    refuses(
        ErrorCode.TIMESTAMP_AHEAD,
        new SignedMessage()
            .created(Instant.now().plusSeconds(70).toString())
            .expires(Instant.now().plusSeconds(300).toString()));
  }

  @Test
  void expiresBeforeCreated() {
    refuses(
        ErrorCode.TIMESTAMP_INVALID,
        new SignedMessage().expires(Instant.now().minusSeconds(60).toString()));
  }

  private static SignedMessage withToken(String namespace, String name) {
    return changed(
        document -> securityOf(document).appendChild(document.createElementNS(namespace, name)));
  }

  @Test
  void samlToken() {
    refuses(
        ErrorCode.TOKEN_UNSUPPORTED,
        withToken("urn:oasis:names:tc:SAML:2.0:assertion", "saml:Assertion"));
  }

  @Test
  void usernameToken() {
    refuses(ErrorCode.TOKEN_UNSUPPORTED, withToken(Names.WSSE, "w:UsernameToken"));
  }

  @Test
  void encryptedKey() {
    refuses(ErrorCode.TOKEN_UNSUPPORTED, withToken(Names.XENC, "x:EncryptedKey"));
  }

  @Test
  void encryptedBody() {
    refuses(
        ErrorCode.TOKEN_UNSUPPORTED,
        new SignedMessage().payload("<x:EncryptedData xmlns:x='" + Names.XENC + "'/>"));
  }

  @Test
  void signatureConfirmation() {
    refuses(ErrorCode.TOKEN_UNSUPPORTED, withToken(Names.WSSE11, "w:SignatureConfirmation"));
  }

  @Test
  void secondToken() {
    refuses(ErrorCode.TOKEN_UNSUPPORTED, withToken(Names.WSSE, "w:BinarySecurityToken"));
  }

  @Test
  void keyValue() {
    refuses(
        ErrorCode.TOKEN_UNSUPPORTED,
        changed(
            document -> {
              Element keyInfo = SignedMessage.element(document, Names.DS, "KeyInfo");
              keyInfo.replaceChild(
                  document.createElementNS(Names.DS, "ds:KeyValue"), keyInfo.getFirstChild());
            }));
  }

  @Test
  void certificateThatIsNotRegistered() {
    refuses(ErrorCode.CERTIFICATE_NOT_REGISTERED, new SignedMessage().by(Identity.STRANGER));
  }

  @Test
  void thumbprintThatIsNotRegistered() {
    refuses(
        ErrorCode.CERTIFICATE_NOT_REGISTERED,
        new SignedMessage().by(Identity.STRANGER).reference(WSConstants.THUMBPRINT_IDENTIFIER));
  }

  @Test
  void weakRsaKey() {
    refuses(ErrorCode.CERTIFICATE_WEAK, new SignedMessage().by(Identity.RSA_1024));
  }

  @Test
  void oddCurve() {
    refuses(ErrorCode.CERTIFICATE_WEAK, new SignedMessage().by(Identity.P521));
  }
}
