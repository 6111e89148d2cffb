package tw.gov.mocs.hub.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom the hub believes where a call comes from. */
class CallerAddressTest {

  private final CallerAddress addresses = new CallerAddress(List.of("10.0.0.0/8"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.1 | for=198.51.100.7             | 192.0.2.1",
        "10.0.0.1  | for=198.51.100.7             | 198.51.100.7",
        "10.0.0.1  | for=1.1.1.1, for=198.51.100.7| 198.51.100.7",
        "10.0.0.1  | for=198.51.100.7, for=10.0.0.2 | 198.51.100.7",
        "10.0.0.1  | for=\"[2001:db8::7]:4711\"   | 2001:db8::7",
        "10.0.0.1  | for=unknown                  | 10.0.0.1",
        "10.0.0.1  | proto=https;for=198.51.100.7;by=10.0.0.1 | 198.51.100.7"
      })
  void followsListedProxiesOnly(String peer, String header, String expected) throws Exception {
    assertThat(addresses.forwarded(InetAddress.getByName(peer), header))
        .isEqualTo(InetAddress.getByName(expected));
  }
}
