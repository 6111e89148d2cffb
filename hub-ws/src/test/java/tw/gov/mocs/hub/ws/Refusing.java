package tw.gov.mocs.hub.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tw.gov.mocs.hub.shared.ErrorCode;

/** What is refused before a registered certificate's signature held: told nothing, counted only. */
abstract class Refusing {

  static RunningEndpoint endpoint;

  @BeforeAll
  static void start() {
    endpoint = RunningEndpoint.start();
  }

  @AfterAll
  static void stop() {
    endpoint.close();
  }

  @BeforeEach
  void forget() {
    endpoint.hub.forget();
  }

  /** After whatever was sent, nothing was served and the next good call is. */
  @AfterEach
  void answersTheNextGoodCall() {
    assertThat(endpoint.hub.callers).isEmpty();
    assertThat(endpoint.send(new SignedMessage()).status()).isEqualTo(200);
  }

  static void refuses(ErrorCode code, String message) {
    refuses(code, endpoint.send(message));
  }

  static void refuses(ErrorCode code, RunningEndpoint.Reply reply) {
    assertThat(reply.code()).isEqualTo(code.code());
    assertThat(reply.signed()).isFalse();
    assertThat(reply.body()).doesNotContain("Exception", "org.apache", "tw.gov.mocs.hub.");
    assertThat(endpoint.hub.counted).extracting(FakeHub.Counted::cause).containsExactly(code);
  }

  static void refuses(ErrorCode code, SignedMessage message) {
    refuses(code, endpoint.send(message));
  }

  static SignedMessage changed(Consumer<Document> afterSigning) {
    return new SignedMessage().afterSigning(afterSigning);
  }

  static Element bodyOf(Document document) {
    return SignedMessage.element(document, SoapVersion.V11.namespace(), "Body");
  }

  static Element headerOf(Document document) {
    return SignedMessage.element(document, SoapVersion.V11.namespace(), "Header");
  }

  static Element securityOf(Document document) {
    return SignedMessage.element(document, Names.WSSE, "Security");
  }

  static Element timestampOf(Document document) {
    return SignedMessage.element(document, Names.WSU, "Timestamp");
  }

  static Element signatureOf(Document document) {
    return SignedMessage.element(document, Names.DS, "Signature");
  }
}
