package tw.gov.mocs.hub.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tw.gov.mocs.hub.shared.ErrorCode;

/** What is refused after a registered certificate's signature held: recorded, and signed. */
abstract class RefusingCallers {

  private long served;

  RunningHub hub() {
    return RunningHub.shared();
  }

  @BeforeEach
  void remember() {
    served = hub().log.served();
  }

  @AfterEach
  void answersTheNextGoodCall() {
    serves(RequestXml.of("SQ_TA_001"));
  }

  Reply serves(RequestXml request) {
    return serves(signed(request));
  }

  Reply serves(SignedMessage message) {
    return served(hub().send(message));
  }

  Reply served(Reply reply) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    served++;
    return reply;
  }

  Reply refuses(ErrorCode code, RequestXml request) {
    return refuses(code, signed(request));
  }

  Reply refuses(ErrorCode code, SignedMessage message) {
    return refuses(code, hub().send(message));
  }

  /** The code on the wire, the true reason in the log, nothing served. */
  Reply refuses(ErrorCode code, Reply reply) {
    assertThat(reply.code()).isEqualTo(code.code());
    assertThat(reply.verified()).contains("Body", "Timestamp");
    assertThat(reply.rows()).isZero();
    Map<String, Object> record = hub().log.call(reply.text("recordId"));
    assertThat(record.get("outcome_code")).isEqualTo(code.code());
    assertThat(record.get("detail")).asString().isNotBlank();
    assertThat(hub().log.served()).isEqualTo(served);
    return reply;
  }

  /** What the log says of the reason; a caller is not told. */
  String reason(Reply reply) {
    return String.valueOf(hub().log.call(reply.text("recordId")).get("detail"));
  }

  SignedMessage signed(RequestXml request) {
    return new SignedMessage().at(hub().clock.instant()).payload(request.xml());
  }
}
