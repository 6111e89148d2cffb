package tw.gov.mocs.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** What the log takes as the reason of an act, on every database. */
@OnEveryDatabase
class GivenReasonTest {

  private static final Actor REVIEWER = new Actor("reviewer", null, null);
  private static final String NUMBER = "此人 A212345670 查詢過多";

  private final ApplicationContext core;

  GivenReasonTest(TestDatabase database) {
    core = TestCore.shared(database);
  }

  @ParameterizedTest
  @EnumSource(AuditAction.class)
  void noActIsLoggedWithAnIdentityNumberInItsReason(AuditAction action) {
    String subject = "reason " + RecordIds.next(Instant.now());
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> act(action, subject, NUMBER))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.VALUE_INVALID))
        .satisfies(refusal -> assertThat(refusal.told()).containsExactly("理由", "含有身分證統一編號"));
    assertThat(LoggedActs.of(core, subject)).isEmpty();
  }

  @Test
  void anActWithWordsAsItsReasonIsLogged() {
    String subject = "reason " + RecordIds.next(Instant.now());
    act(AuditAction.GRANT_SUSPENDED, subject, "部人字第 1150012345 號");
    assertThat(LoggedActs.of(core, subject)).containsExactly("GRANT_SUSPENDED");
  }

  @Test
  void aDigestIsNoIdentityNumber() {
    String subject = "reason " + RecordIds.next(Instant.now());
    act(AuditAction.DELIVERY_MADE, subject, "3 rows, SHA-256 " + "a123456789b0cdef".repeat(4));
    assertThat(LoggedActs.of(core, subject)).containsExactly("DELIVERY_MADE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "十個字以上的理由不收", NUMBER})
  void refusesWhatIsNoReason(String typed) {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> GivenReason.require(typed, 9))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.VALUE_INVALID));
  }

  private void act(AuditAction action, String subject, String reason) {
    core.getBean(TransactionTemplate.class)
        .executeWithoutResult(
            status ->
                core.getBean(AuditLog.class)
                    .act(new Act(action, REVIEWER, subject, null, null, null, reason)));
  }
}
