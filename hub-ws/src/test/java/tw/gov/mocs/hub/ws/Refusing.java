package tw.gov.mocs.hub.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
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

  private static final Map<ErrorCode, Long> COUNTED = new EnumMap<>(ErrorCode.class);

  static RunningHub hub;
  private long calls;

  @BeforeAll
  static void start() {
    hub = RunningHub.shared();
    // What an earlier class was refused may not be counted yet.
    hub.settle();
    for (ErrorCode code : ErrorCode.values()) {
      COUNTED.put(code, hub.log.strangers(code));
    }
  }

  @BeforeEach
  void remember() {
    calls = hub.log.calls();
  }

  /** After whatever was sent, nothing was served and the next good call is. */
  @AfterEach
  void answersTheNextGoodCall() {
    assertThat(hub.log.calls()).isEqualTo(calls);
    assertThat(hub.send(new SignedMessage()).status()).isEqualTo(200);
  }

  /** Strangers are counted by cause; the counts are stored every few seconds. */
  @AfterAll
  static void everyRefusalIsCounted() {
    Eventually.holds(
        () ->
            COUNTED.forEach(
                (code, times) ->
                    assertThat(hub.log.strangers(code)).as("%s", code).isEqualTo(times)));
  }

  /** Returns when all that was refused until now is counted; that takes a refusal of its own. */
  static void settle() {
    hub.settle();
    COUNTED.merge(ErrorCode.NOT_FOUND, 1L, Long::sum);
  }

  static void refuses(ErrorCode code, String message) {
    refuses(code, hub.send(message));
  }

  static void refuses(ErrorCode code, Reply reply) {
    assertThat(reply.code()).isEqualTo(code.code());
    assertThat(reply.signed()).isFalse();
    assertThat(reply.body()).doesNotContain("Exception", "org.apache", "tw.gov.mocs.hub.");
    assertThat(reply.rows()).isZero();
    COUNTED.merge(code, 1L, Long::sum);
  }

  static void refuses(ErrorCode code, SignedMessage message) {
    refuses(code, hub.send(message));
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
