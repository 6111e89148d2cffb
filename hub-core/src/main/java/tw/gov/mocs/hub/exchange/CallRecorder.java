package tw.gov.mocs.hub.exchange;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.CallRecord;
import tw.gov.mocs.hub.audit.Claims.QuotaClaim;
import tw.gov.mocs.hub.shared.BareFailure;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** Puts each call into the log exactly once, served or refused. */
@Component
class CallRecorder {

  private static final Logger LOG = LoggerFactory.getLogger(CallRecorder.class);

  private final Doors doors;
  private final Clock clock;

  CallRecorder(Doors doors, Clock clock) {
    this.doors = doors;
    this.clock = clock;
  }

  /** The record of a call that begins. */
  CallDraft draft(Caller caller, @Nullable String operation, @Nullable String requestId) {
    return new CallDraft(doors.newRecordId(), caller, operation, requestId);
  }

  /** Commits a served call; throws if it may not be served after all, or cannot be recorded. */
  void serve(CallDraft draft, CallRecord record, @Nullable QuotaClaim quota) {
    try {
      doors.append(record, draft.servedClaims(quota));
    } catch (HubException refusal) {
      throw asRecorded(draft, refusal);
    }
  }

  /**
   * Commits a refused call.
   *
   * @return what is answered: the refusal, or what the log found instead (a replay, or its own
   *     failure); DATABASE_UNAVAILABLE says more than that the log, which is in it, fails too
   */
  HubException refuse(CallDraft draft, HubException why) {
    if (why.code().fault() == ErrorCode.Fault.HUB) {
      LOG.warn("call {} failed: {}", draft.recordId(), why.detail(), BareFailure.of(why));
    }
    try {
      doors.append(draft.refused(why, clock.instant()), draft.refusedClaims());
      return why.recordedAs(draft.recordId());
    } catch (HubException refusal) {
      return why.code() == ErrorCode.DATABASE_UNAVAILABLE && isUnrecorded(refusal)
          ? why
          : asRecorded(draft, refusal);
    }
  }

  private static boolean isUnrecorded(HubException refusal) {
    return refusal.code() == ErrorCode.BUSY || refusal.code() == ErrorCode.LOG_UNAVAILABLE;
  }

  /** A failed claim was recorded by the log itself, as the refusal that it is. */
  private static HubException asRecorded(CallDraft draft, HubException refusal) {
    return isUnrecorded(refusal) || refusal.recordId() != null
        ? refusal
        : refusal.recordedAs(draft.recordId());
  }
}
