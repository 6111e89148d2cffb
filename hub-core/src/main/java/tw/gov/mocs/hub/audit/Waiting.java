package tw.gov.mocs.hub.audit;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.EvidenceSealer.Evidence;
import tw.gov.mocs.hub.shared.HubException;

/**
 * A call that waits for its record to be committed.
 *
 * @param done completed when the record is durable: with null, or with the refusal that a failed
 *     claim made of it; fails when nothing was recorded
 */
record Waiting(
    String recordId,
    CallRow call,
    PersonSet persons,
    @Nullable Evidence evidence,
    Claims claims,
    CompletableFuture<@Nullable HubException> done) {

  static Waiting of(CallRecord record, Claims claims, EvidenceSealer sealer) {
    byte[] request = record.request();
    Evidence evidence = request == null ? null : sealer.seal(record.recordId(), request);
    PersonSet persons = PersonSet.of(record.persons());
    CallRow call = CallRow.of(record, persons, evidence == null ? null : evidence.digest());
    return new Waiting(
        record.recordId(), call, persons, evidence, claims, new CompletableFuture<>());
  }
}
