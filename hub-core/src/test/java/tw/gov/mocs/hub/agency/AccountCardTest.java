package tw.gov.mocs.hub.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which card an account cannot lose. */
class AccountCardTest {

  private final X509Certificate good = AgencyTestCertificates.good();
  private final X509Certificate other = AgencyTestCertificates.good();
  private final X509Certificate over = AgencyTestCertificates.expired();

  @Test
  void isItsOnlyOne() {
    assertThat(last(true, good)).containsExactly(true);
    assertThat(last(true, over)).containsExactly(true);
  }

  @Test
  void isNoneOfTwo() {
    assertThat(last(true, good, other)).containsExactly(false, false);
  }

  @Test
  void isTheOneBesideOneThatIsOver() {
    assertThat(last(true, good, over)).containsExactly(true, false);
  }

  @Test
  void isNoneWhileTheAccountIsDisabled() {
    assertThat(last(false, good)).containsExactly(false);
  }

  private static List<Boolean> last(boolean enabled, X509Certificate... cards) {
    return AccountCard.of(List.of(cards), enabled, Instant.now()).stream()
        .map(AccountCard::last)
        .toList();
  }
}
