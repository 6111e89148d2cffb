package tw.gov.mocs.hub.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The content of an act as it is stored; the order of the components is that of the canonical form.
 */
record ActRow(
    Instant actedAt,
    String action,
    String actor,
    @Nullable String actorThumbprint,
    @Nullable String actorAddress,
    String subject,
    @Nullable Long agencyId,
    @Nullable String stateBefore,
    @Nullable String stateAfter,
    @Nullable String reason) {

  static ActRow of(Act act, Instant actedAt) {
    return new ActRow(
        actedAt.truncatedTo(ChronoUnit.MICROS),
        act.action().name(),
        StoredText.required(act.actor().name(), 100),
        StoredText.of(act.actor().certificateThumbprint(), 64),
        StoredText.of(act.actor().address(), 45),
        StoredText.required(act.subject(), 200),
        act.agencyId(),
        StoredText.of(act.before(), 1000),
        StoredText.of(act.after(), 1000),
        StoredText.of(act.reason(), 1000));
  }

  byte[] canonical(String node, long seq, String recordId, Instant recordedAt) {
    return ChainRow.begin(ChainRow.ACT, node, seq, recordId, recordedAt)
        .moment(actedAt)
        .text(action)
        .text(actor)
        .text(actorThumbprint)
        .text(actorAddress)
        .text(subject)
        .number(agencyId)
        .text(stateBefore)
        .text(stateAfter)
        .text(reason)
        .toBytes();
  }
}
