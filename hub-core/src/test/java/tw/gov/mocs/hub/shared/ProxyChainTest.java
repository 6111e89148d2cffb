package tw.gov.mocs.hub.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the hub believes where a request comes from. */
class ProxyChainTest {

  /** 10.0.0.0/8. */
  private final ProxyChain addresses = new ProxyChain(peer -> peer.getAddress()[0] == 10);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.1 | for=198.51.100.7             | 192.0.2.1",
        "10.0.0.1  | for=198.51.100.7             | 198.51.100.7",
        "10.0.0.1  | for=1.1.1.1, for=198.51.100.7| 198.51.100.7",
        "10.0.0.1  | for=198.51.100.7, for=10.0.0.2 | 198.51.100.7",
        "10.0.0.1  | for=\"[2001:db8::7]:4711\"   | 2001:db8::7",
        "10.0.0.1  | for=198.51.100.7:4711        | 198.51.100.7",
        "10.0.0.1  | For=\"198.51.100.7:4711\"     | 198.51.100.7",
        "10.0.0.1  | for=\"198.51.100.7:_x\"       | 198.51.100.7",
        "10.0.0.1  | for=[2001:db8::7]:4711       | 2001:db8::7",
        "10.0.0.1  | for=198.51.100.7, for=10.0.0.2:80 | 198.51.100.7",
        "10.0.0.1  | for=198.51.100.7, ,          | 198.51.100.7",
        "10.0.0.1  | for=1.1.1.1;host=\"a,for=2.2.2.2,\" | 1.1.1.1",
        "192.0.2.1 | for=unknown                  | 192.0.2.1",
        "10.0.0.1  | proto=https;for=198.51.100.7;by=10.0.0.1 | 198.51.100.7"
      })
  void followsListedProxiesOnly(String peer, String header, String expected) throws Exception {
    assertThat(addresses.forwarded(InetAddress.getByName(peer), List.of(header)))
        .isEqualTo(InetAddress.getByName(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for=unknown",
        "for=\"_hidden\"",
        "for=",
        "proto=https",
        "for=10.1",
        "for=300.0.0.1",
        "for=10.0.0.09",
        "for=dead",
        "for=10.0.0.2:port",
        "for=2001:db8::7:4711",
        "for=\"[2001:db8::7::]\"",
        "for=\"10.0.0.2",
        "for=10.0.0.2 for=10.0.0.3",
        "for=10.0.0.2;for=198.51.100.7",
        "for=198.51.100.7, for=unknown",
        "for=\", for=198.51.100.7;host=\"x\""
      })
  void believesNoAddressThatAProxyDoesNotTell(String header) throws Exception {
    assertThat(addresses.forwarded(InetAddress.getByName("10.0.0.1"), List.of(header)))
        .isEqualTo(InetAddress.getByName("0.0.0.0"));
  }

  @Test
  void readsTheLineOfTheNearestProxyFirst() throws Exception {
    List<String> lines = List.of("for=\"of the caller's own making", "for=198.51.100.7");
    assertThat(addresses.forwarded(InetAddress.getByName("10.0.0.1"), lines))
        .isEqualTo(InetAddress.getByName("198.51.100.7"));
  }

  @Test
  void readsALongLine() throws Exception {
    String line = "for=\"" + "x".repeat(16_000) + "\"," + "a;".repeat(8000) + "for=198.51.100.7";
    assertThat(addresses.forwarded(InetAddress.getByName("10.0.0.1"), List.of(line)))
        .isEqualTo(InetAddress.getByName("0.0.0.0"));
  }
}
