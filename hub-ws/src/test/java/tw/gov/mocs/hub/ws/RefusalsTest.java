package tw.gov.mocs.hub.ws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

class RefusalsTest {

  private static final HubException BUSY = new HubException(ErrorCode.BUSY, "why");

  @Test
  void namesTheRecordOfARefusalIfThereIsOne() {
    assertThat(Refusals.named(BUSY)).isEqualTo(ErrorCode.BUSY.code());
    assertThat(Refusals.named(BUSY.recordedAs("R1"))).isEqualTo(ErrorCode.BUSY.code() + " R1");
  }
}
