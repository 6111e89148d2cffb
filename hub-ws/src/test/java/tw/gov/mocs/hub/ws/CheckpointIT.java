package tw.gov.mocs.hub.ws;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.shared.ErrorCode;

/** Every signed message carries the last checkpoint, so that each caller is a witness. */
class CheckpointIT {

  private static RunningHub hub;

  @BeforeAll
  static void start() {
    hub = RunningHub.start("hub.audit.checkpoint-seconds=1");
    AuditLog log = hub.get(AuditLog.class);
    Eventually.holds(() -> assertThat(log.lastCheckpoint().number()).isPositive());
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  private static @Nullable Element checkpoint(Reply reply) {
    return SignedMessage.element(reply.document(), Names.EXCHANGE, "checkpoint");
  }

  private static void carriesOne(Reply reply) {
    assertThat(reply.verified()).contains("Body");
    String number = reply.text("number");
    assertThat(checkpoint(reply)).as(reply.body()).isNotNull();
    byte[] hash =
        requireNonNull(
            hub.jdbc.queryForObject(
                "SELECT checkpoint_hash FROM audit_checkpoint WHERE checkpoint_no = ?",
                byte[].class,
                Long.valueOf(number)));
    assertThat(reply.text("hash")).isEqualTo(SoapAnswerWriter.base64(hash));
  }

  @Test
  void answerCarriesIt() {
    carriesOne(hub.send(new SignedMessage()));
  }

  @Test
  void statusCarriesIt() {
    carriesOne(hub.send(new SignedMessage().payload(SignedMessage.statusRequest())));
  }

  @Test
  void signedFaultCarriesIt() {
    Reply reply = hub.send(RequestXml.of("SQ_TA_001").application("APSQ99900001"));
    assertThat(reply.code()).isEqualTo(ErrorCode.APPLICATION_NOT_USABLE.code());
    carriesOne(reply);
  }

  @Test
  void signedFaultOfSoap12CarriesIt() {
    String request = RequestXml.of("SQ_TA_001").application("APSQ99900001").xml();
    carriesOne(hub.send(new SignedMessage().soap12().payload(request)));
  }

  @Test
  void unsignedFaultCarriesNone() {
    Reply reply = hub.send("<no/>");
    assertThat(reply.signed()).isFalse();
    assertThat(checkpoint(reply)).isNull();
  }
}
