package tw.gov.mocs.hub.ws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A signed call over HTTPS, answered and signed. */
class SignedCallIT {

  private static RunningEndpoint endpoint;

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

  @Test
  void answersSoap11() {
    RunningEndpoint.Reply reply = endpoint.send(new SignedMessage());
    assertThat(reply.body()).contains("SQ_TA_001Response");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.contentType()).isEqualToIgnoringCase("text/xml;charset=utf-8");
    assertThat(reply.text("name")).isEqualTo("王𠮷 & <乙>");
    assertThat(RunningEndpoint.verified(reply.document())).containsExactly("Body", "Timestamp");
  }
}
