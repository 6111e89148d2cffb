package tw.gov.mocs.hub.exchange;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.Grant;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * Remembers, on this node, whose calls of today are used up, so that the next call is refused
 * before anything is read. What counts is still the claim in the record's commit.
 */
@Component
class SpentQuotas {

  private final Map<String, Spent> spent = new ConcurrentHashMap<>();

  /** Throws CALL_QUOTA_EXCEEDED if the commit of an earlier call of the day said so. */
  void require(Grant grant, LocalDate day) {
    String number = grant.applicationNo().value();
    Spent known = spent.get(number);
    if (known == null) {
      return;
    }
    // The next day and a changed grant begin anew.
    if (!known.equals(new Spent(day, grant.version()))) {
      spent.remove(number, known);
      return;
    }
    throw new HubException(
        ErrorCode.CALL_QUOTA_EXCEEDED,
        "the calls of " + day + " are used up",
        String.valueOf(grant.quota().calls()));
  }

  /** The commit of a call refused it with CALL_QUOTA_EXCEEDED. */
  void markSpent(Grant grant, LocalDate day) {
    spent.put(grant.applicationNo().value(), new Spent(day, grant.version()));
  }

  private record Spent(LocalDate day, int grantVersion) {}
}
