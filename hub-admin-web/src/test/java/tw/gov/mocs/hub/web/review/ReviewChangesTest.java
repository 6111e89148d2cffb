package tw.gov.mocs.hub.web.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tw.gov.mocs.hub.audit.ActLine;
import tw.gov.mocs.hub.audit.AuditAction;

class ReviewChangesTest {

  private final List<ActLine> acts =
      List.of(
          act(AuditAction.APPLICATION_SUBMITTED, "agency"),
          act(AuditAction.LETTER_RECORDED, "reader"),
          act(AuditAction.LETTER_CORRECTED, "other"));

  @Test
  void tellsWhatCameAfterTheFormAlone() {
    assertThat(ReviewChanges.since(acts, "2", "reader")).isEqualTo(acts.subList(2, 3));
    assertThat(ReviewChanges.since(acts, "3", "reader")).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "x", "-1"})
  void tellsTheNewestOfOthersWhereTheFormDoesNotSay(@Nullable String seen) {
    assertThat(ReviewChanges.since(acts, seen, "reader"))
        .extracting(ActLine::actor)
        .containsExactly("agency", "other");
  }

  @Test
  void tellsOfTheReadersOwnChangeWhereNobodyElseMadeOne() {
    assertThat(ReviewChanges.since(acts, "1", "other")).isEqualTo(acts.subList(1, 3));
  }

  private static ActLine act(AuditAction action, String actor) {
    return new ActLine(Instant.EPOCH, action, actor, null, null, null);
  }
}
