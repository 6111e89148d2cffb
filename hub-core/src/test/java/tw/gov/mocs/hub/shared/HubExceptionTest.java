package tw.gov.mocs.hub.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubExceptionTest {

  @Test
  void keepsItsReasonOnOneLine() {
    assertThat(detail("CN=a\n2026-11-27 INFO all is well\u2028\u202Eend"))
        .isEqualTo("CN=a 2026-11-27 INFO all is well end");
  }

  @Test
  void hidesAReasonThatMayHoldAnIdentityNumber() {
    assertThat(detail("not granted: A123456789")).doesNotContain("A123456789").isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u200b", "\t", "\n", "\0", "\u2028", "\ufe00", "\u3164", "\u2800"})
  void hidesANumberWithWhatIsUnseenInIt(String unseen) {
    assertThat(detail("not granted: A12345" + unseen + "6789")).doesNotContain("6789").isNotBlank();
  }

  @Test
  void hidesANumberThatIsJoinedToAWordByWhatIsUnseen() {
    assertThat(detail("not granted: x\tA12345\t6789")).doesNotContain("6789").isNotBlank();
  }

  @Test
  void hidesANumberThatIsCutThrough() {
    assertThat(detail(" ".repeat(993) + "A123456789")).doesNotContain("A12345").isNotBlank();
  }

  @Test
  void cutsALongReasonBetweenCharacters() {
    assertThat(detail("𠮷".repeat(2_000))).isEqualTo("𠮷".repeat(1_000));
  }

  private static String detail(String reason) {
    return new HubException(ErrorCode.INTERNAL_ERROR, reason).detail();
  }
}
