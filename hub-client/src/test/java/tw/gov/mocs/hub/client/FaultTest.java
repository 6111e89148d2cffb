package tw.gov.mocs.hub.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static tw.gov.mocs.hub.client.ClientFixture.HUB;
import static tw.gov.mocs.hub.client.ClientFixture.client;
import static tw.gov.mocs.hub.client.ClientFixture.failureOf;
import static tw.gov.mocs.hub.client.ClientFixture.request;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A refusal of the hub is told with its code; whether the hub proved it, too. */
class FaultTest {

  @Test
  void tellsSignedFaultAsVerified() throws Exception {
    HubFaultException fault =
        faultOf(a -> new AnswerSigner(HUB).sign(Answers.fault(a.requestId())));
    assertThat(fault.code()).isEqualTo("HUB-5001");
    assertThat(fault.message(Locale.TAIWAN)).isEqualTo("申請案不可使用");
    assertThat(fault.message(Locale.ENGLISH)).isEqualTo("Not usable");
    assertThat(fault.recordId()).contains("R-2");
    assertThat(fault.verified()).isTrue();
  }

  @Test
  void marksUnsignedFaultAsUnverified() throws Exception {
    HubFaultException fault =
        faultOf(a -> new AnswerSigner(HUB).unsigned(Answers.fault(a.requestId())));
    assertThat(fault.code()).isEqualTo("HUB-5001");
    assertThat(fault.verified()).isFalse();
  }

  @Test
  void marksSignedFaultWithoutRequestIdAsUnverified() throws Exception {
    HubFaultException fault =
        faultOf(
            a ->
                new AnswerSigner(HUB)
                    .sign(Answers.fault("").replace("<requestId></requestId>", "")));
    assertThat(fault.verified()).isFalse();
  }

  @Test
  void refusesChangedFault() throws Exception {
    assertThat(
            failureOf(
                a ->
                    new AnswerSigner(HUB)
                        .sign(Answers.fault(a.requestId()))
                        .replace("HUB-5001", "HUB-5002")))
        .isEqualTo(Failure.CONTENT_CHANGED);
  }

  @Test
  void refusesFaultOfAnotherRequest() throws Exception {
    assertThat(failureOf(a -> new AnswerSigner(HUB).sign(Answers.fault("other"))))
        .isEqualTo(Failure.REQUEST_ID_WRONG);
  }

  @Test
  void readsPlainSoapFault() throws Exception {
    HubFaultException fault =
        faultOf(
            a ->
                new AnswerSigner(HUB)
                    .unsigned(
                        "<s:Fault><faultcode>s:Server</faultcode>"
                            + "<faultstring>no</faultstring></s:Fault>"));
    assertThat(fault.code()).isEqualTo("s:Server");
    assertThat(fault.message(Locale.ENGLISH)).isEqualTo("no");
  }

  private static HubFaultException faultOf(LoopbackHub.Answering answering) throws Exception {
    try (LoopbackHub hub = new LoopbackHub(answering)) {
      hub.status = 500;
      HubClient client = client(hub).build();
      return catchThrowableOfType(HubFaultException.class, () -> client.call(request()));
    }
  }
}
