package tw.gov.mocs.hub.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PerAddressTest {

  private static final InetAddress ONE = InetAddress.getLoopbackAddress();

  private final PerAddress loads =
      new PerAddress(
          new Binder(
                  new MapConfigurationPropertySource(
                      Map.of(
                          "h.max-per-address", "2",
                          "h.max-arriving-per-address", "3",
                          "h.max-message-bytes", "2048",
                          "h.max-pending-bytes", "10000")))
              .bindOrCreate("h", WsSettings.Http.class));

  @Test
  void letsMoreArriveThanWait() {
    assertThat(loads.beginArriving(ONE)).isTrue();
    assertThat(loads.beginArriving(ONE)).isTrue();
    assertThat(loads.beginArriving(ONE)).isTrue();
    assertThat(loads.beginArriving(ONE)).isFalse();
    assertThat(loads.beginAnswering(ONE)).isTrue();
    assertThat(loads.beginAnswering(ONE)).isTrue();
    assertThat(loads.beginAnswering(ONE)).isFalse();
  }

  @Test
  void takesOneMoreOnceOneHasEnded() {
    loads.beginAnswering(ONE);
    loads.beginAnswering(ONE);
    loads.endAnswering(ONE);
    assertThat(loads.beginAnswering(ONE)).isTrue();
  }

  @Test
  void leavesHalfOfTheMemoryToOthers() {
    assertThat(loads.addBytes(ONE, 5000)).isTrue();
    assertThat(loads.addBytes(ONE, 1)).isFalse();
    loads.addBytes(ONE, -2);
    assertThat(loads.addBytes(ONE, 1)).isTrue();
  }
}
