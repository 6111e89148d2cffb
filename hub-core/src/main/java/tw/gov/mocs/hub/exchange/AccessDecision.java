package tw.gov.mocs.hub.exchange;

import java.util.List;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** Whether a call may read, and what. */
sealed interface AccessDecision {

  /** It may read this. */
  record Allowed(ReadPlan plan) implements AccessDecision {}

  /**
   * It may not.
   *
   * @param detail the true reason, for the log; holds no person's data
   * @param told what the caller's message names
   */
  record Refused(ErrorCode code, String detail, List<String> told) implements AccessDecision {

    public Refused {
      told = List.copyOf(told);
    }

    /** The refusal as the edge renders it. */
    HubException toException() {
      return new HubException(code, detail, told.toArray(String[]::new));
    }
  }
}
