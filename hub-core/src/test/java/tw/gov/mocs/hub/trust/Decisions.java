package tw.gov.mocs.hub.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.Assertions;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.trust.TrustDecision.Trusted;
import tw.gov.mocs.hub.trust.TrustDecision.Untrusted;

/** What tests say of decisions. */
final class Decisions {

  private Decisions() {}

  static Trusted trusted(TrustDecision decision) {
    if (decision instanceof Trusted trusted) {
      return trusted;
    }
    return Assertions.fail("not trusted: " + decision);
  }

  static void refused(ErrorCode code, TrustDecision decision) {
    assertThat(decision)
        .isInstanceOfSatisfying(
            Untrusted.class,
            refusal -> assertThat(refusal.code()).as(refusal.reason()).isEqualTo(code));
  }
}
