package tw.gov.mocs.hub.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0/0, true",
    "10.0.0.0/8, true",
    "140.112.0.0/15, true",
    "140.112.0.0/16, false",
    "192.0.2.10, false",
    "127.0.0.0/8, false",
    "127.0.0.0/7, true",
    "::/0, true",
    "2001:db8::/31, true",
    "2001:db8::/32, false",
    "::1, false"
  })
  void isTooWideBeyondOneAgency(String block, boolean wide) {
    assertThat(new Cidr(block).isTooWide()).isEqualTo(wide);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "224.0.0.1", "ff02::1"})
  void isNobodyWhereNoHostCallsFrom(String address) {
    assertThat(new Cidr(address).isNobody()).isTrue();
  }
}
