package tw.gov.mocs.hub.audit;

import java.time.Instant;
import java.util.Set;

/** Calls of an agency in the log, for tests of other packages. */
public final class RecordedCalls {

  private RecordedCalls() {}

  /**
   * Records one.
   *
   * @param code {@code OK} or the code of a refusal
   * @return its record id
   */
  public static String add(
      AuditLog log, long agencyId, Instant at, CallRecord.What what, String code) {
    String id = log.newRecordId();
    CallRecord call = Calls.ofAgency(agencyId, Calls.served(id, "301000000A", 1, null));
    log.append(
        new CallRecord(
            id,
            call.who(),
            what,
            at,
            at,
            at,
            new CallRecord.Outcome(code, null, 0, 100, new byte[32]),
            Set.of(),
            call.requestDigest(),
            null),
        Calls.fresh());
    return id;
  }
}
