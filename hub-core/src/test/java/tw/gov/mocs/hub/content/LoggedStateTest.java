package tw.gov.mocs.hub.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LoggedStateTest {

  private static final Faq BEFORE = faq(1, "問題", "答覆", 2);

  @Test
  void holdsOnlyWhatDiffers() {
    Faq after = faq(2, "問題", "新答覆", 2);
    assertThat(LoggedState.of(BEFORE, after)).isEqualTo("version: 1\nanswer.zh: 答覆");
    assertThat(LoggedState.of(after, BEFORE)).isEqualTo("version: 2\nanswer.zh: 新答覆");
  }

  @Test
  void holdsAllOfWhatIsNew() {
    assertThat(LoggedState.of(BEFORE, null))
        .isEqualTo(
            """
            version: 1
            published: false
            question.zh: 問題
            question.en: null
            answer.zh: 答覆
            answer.en: null
            from: 2026-01-02
            to: null
            place: 2""");
    assertThat(LoggedState.of(null, BEFORE)).isNull();
  }

  @Test
  void tellsLongTextsApartByTheirDigest() {
    String text = "長".repeat(ContentLimits.BODY);
    Faq first = faq(1, "長".repeat(200), text + "甲", 1);
    Faq second = faq(1, "長".repeat(200), text + "乙", 1);
    assertThat(LoggedState.of(first, second))
        .contains("SHA-256")
        .isNotEqualTo(LoggedState.of(second, first));
    assertThat(LoggedState.of(first, null)).hasSizeLessThanOrEqualTo(1_000);
  }

  private static Faq faq(int version, String question, String answer, int place) {
    return new Faq(
        7,
        version,
        false,
        new Faq.Content(
            new Bilingual(question, null),
            new Bilingual(answer, null),
            LocalDate.of(2026, 1, 2),
            null,
            place),
        Instant.EPOCH);
  }
}
