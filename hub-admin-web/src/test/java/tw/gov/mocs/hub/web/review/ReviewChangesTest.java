package tw.gov.mocs.hub.web.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.audit.ActLine;
import tw.gov.mocs.hub.audit.AuditAction;

class ReviewChangesTest {

  @Test
  void tellsOfChangesThatOthersMadeAlone() {
    List<ActLine> acts =
        List.of(
            act(AuditAction.APPLICATION_SUBMITTED, "agency"),
            act(AuditAction.LETTER_RECORDED, "reader"),
            act(AuditAction.EXTRACT_PREVIEWED, "reader"),
            act(AuditAction.APPLICATION_REJECTED, "other"),
            act(AuditAction.EXTRACT_PREVIEWED, "reader"));
    assertThat(ReviewChanges.of(acts, "reader"))
        .extracting(ActLine::action)
        .containsExactly(AuditAction.APPLICATION_SUBMITTED, AuditAction.APPLICATION_REJECTED);
  }

  @Test
  void tellsOfTheReadersOwnChangeWhereNobodyElseMadeOne() {
    List<ActLine> acts =
        List.of(
            act(AuditAction.APPLICATION_SUBMITTED, "agency"),
            act(AuditAction.LETTER_RECORDED, "reader"));
    assertThat(ReviewChanges.of(acts, "reader")).isEqualTo(acts);
  }

  private static ActLine act(AuditAction action, String actor) {
    return new ActLine(Instant.EPOCH, action, actor, null, null, null);
  }
}
