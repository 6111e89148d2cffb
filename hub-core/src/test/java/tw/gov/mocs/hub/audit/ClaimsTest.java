package tw.gov.mocs.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

@OnEveryDatabase
class ClaimsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private final AuditLog log;

  ClaimsTest(TestDatabase database) {
    log = TestCore.shared(database).getBean(AuditLog.class);
  }

  @Test
  void refusesASecondCallWithTheSameDigest() {
    Claims claims = Calls.fresh();
    append(claims);
    assertThat(refusal(claims).code()).isEqualTo(ErrorCode.REPLAYED);
  }

  @Test
  void refusesASecondCallWithTheSameRequestId() {
    String requestId = UUID.randomUUID().toString();
    append(Calls.request(requestId));
    assertThat(refusal(Calls.request(requestId)).code()).isEqualTo(ErrorCode.REQUEST_ID_REPEATED);
  }

  @Test
  void letsTheSameRequestIdPassForAnotherAgency() {
    String requestId = UUID.randomUUID().toString();
    append(Calls.request(requestId));
    CallRecord other = Calls.ofAgency(2, Calls.served(log, 1));
    assertThatCode(() -> log.append(other, Calls.request(requestId))).doesNotThrowAnyException();
  }

  @Test
  void refusesTheCallAboveTheDailyLimit() {
    String application = application();
    append(Calls.quota(application, 5, 1, 100));
    HubException refusal = refusal(Calls.quota(application, 5, 1, 100));
    assertThat(refusal.code()).isEqualTo(ErrorCode.CALL_QUOTA_EXCEEDED);
    assertThat(refusal.told()).isEqualTo(List.of("1"));
  }

  @Test
  void refusesRowsAboveTheDailyLimit() {
    String application = application();
    append(Calls.quota(application, 60, 10, 100));
    assertThat(refusal(Calls.quota(application, 60, 10, 100)).code())
        .isEqualTo(ErrorCode.ROW_QUOTA_EXCEEDED);
  }

  @Test
  void countsNothingForACallThatQuotaRefused() {
    String application = application();
    append(Calls.quota(application, 60, 10, 100));
    refusal(Calls.quota(application, 60, 10, 100));
    assertThat(log.quotaUse(application, DAY)).isEqualTo(new QuotaUse(1, 60));
  }

  @Test
  void leavesTheRequestIdOfACallThatQuotaRefusedUnused() {
    Claims refused = Calls.quota(application(), 200, 10, 100);
    refusal(refused);
    String requestId = Objects.requireNonNull(refused.requestId());
    assertThatCode(() -> append(Calls.request(requestId))).doesNotThrowAnyException();
  }

  @Test
  void countsAnApplicationThatHasNotCalledAsZero() {
    assertThat(log.quotaUse(application(), DAY)).isEqualTo(new QuotaUse(0, 0));
  }

  @Test
  void remembersWhatItRecordedForCheapRefusals() {
    Claims claims = Calls.fresh();
    append(claims);
    assertThat(log.seenRecently(claims.signedDigest())).isTrue();
    assertThat(log.seenRecently(Calls.fresh().signedDigest())).isFalse();
  }

  private void append(Claims claims) {
    log.append(Calls.served(log, 1), claims);
  }

  private HubException refusal(Claims claims) {
    CallRecord call = Calls.served(log, 1);
    HubException refusal = catchThrowableOfType(HubException.class, () -> log.append(call, claims));
    assertThat(refusal.recordId()).isEqualTo(call.recordId());
    return refusal;
  }

  private static String application() {
    return "APSQ" + UUID.randomUUID().toString().substring(0, 12);
  }
}
