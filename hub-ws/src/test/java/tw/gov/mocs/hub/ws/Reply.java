package tw.gov.mocs.hub.ws;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.security.auth.callback.Callback;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSPasswordCallback;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.WSDataRef;
import org.apache.wss4j.dom.engine.WSSConfig;
import org.apache.wss4j.dom.engine.WSSecurityEngine;
import org.apache.wss4j.dom.engine.WSSecurityEngineResult;
import org.apache.wss4j.dom.validate.NoOpValidator;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What a hub of the tests answered. */
record Reply(int status, String contentType, String body, Document document) {

  String code() {
    Element code = SignedMessage.element(document, Names.EXCHANGE, "code");
    return code == null ? "none: " + body : code.getTextContent();
  }

  boolean signed() {
    return SignedMessage.element(document, Names.DS, "Signature") != null;
  }

  String text(String element) {
    Element found = SignedMessage.element(document, Names.EXCHANGE, element);
    return found == null ? "none: " + body : found.getTextContent();
  }

  int rows() {
    return document.getElementsByTagNameNS(Names.EXCHANGE, "row").getLength();
  }

  /**
   * Verifies it with plain WSS4J, but for the time, which a test may have moved.
   *
   * @return the names of what its signature covers
   */
  List<String> verified() {
    return verified(document, Identity.HUB);
  }

  static List<String> verified(Document answer, Identity signer) {
    return verified(answer, signer, null);
  }

  /** Opens it with plain WSS4J, by the recipient's key, and verifies it. */
  Reply opened(Identity recipient) {
    Document clear = SignedMessage.parse(body);
    assertThat(verified(clear, Identity.HUB, recipient))
        .contains("Body", "EncryptedKey", "Timestamp");
    return new Reply(status, contentType, SignedMessage.text(clear), clear);
  }

  private static List<String> verified(
      Document answer, Identity signer, @Nullable Identity recipient) {
    try {
      Merlin crypto = trusting(signer);
      WSSConfig config = WSSConfig.getNewInstance();
      config.setValidator(WSConstants.TIMESTAMP, new NoOpValidator());
      WSSecurityEngine engine = new WSSecurityEngine();
      engine.setWssConfig(config);
      List<WSSecurityEngineResult> signatures =
          engine
              .processSecurityHeader(
                  answer,
                  null,
                  Reply::password,
                  crypto,
                  recipient == null ? null : recipient.crypto())
              .getActionResults()
              .get(WSConstants.SIGN);
      @SuppressWarnings("unchecked")
      List<WSDataRef> refs =
          (List<WSDataRef>)
              requireNonNull(signatures).get(0).get(WSSecurityEngineResult.TAG_DATA_REF_URIS);
      return requireNonNull(refs).stream()
          .map(ref -> ref.getName().getLocalPart())
          .sorted()
          .toList();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** What knows only the signer's certificate. */
  static Merlin trusting(Identity signer) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry("hub", signer.certificate());
      Merlin crypto = new Merlin();
      crypto.setTrustStore(store);
      crypto.setKeyStore(store);
      return crypto;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static void password(Callback[] callbacks) {
    for (Callback callback : callbacks) {
      ((WSPasswordCallback) callback).setPassword(new String(Identity.PASSWORD));
    }
  }
}
