package tw.gov.mocs.hub.audit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.EvidenceSealer.Evidence;
import tw.gov.mocs.hub.shared.Digests;

/** A row of a chain as the database gives it back, with everything that hangs on it. */
record StoredRow(
    ChainRow row,
    @Nullable CallRow call,
    @Nullable ActRow act,
    byte[] persons,
    @Nullable Evidence evidence)
    implements ChainedRow {

  @Override
  public @Nullable String fault(String node) {
    byte[] canonical = canonical(node);
    if (canonical == null) {
      return "has lost its content";
    }
    if (call == null ? evidence != null : act != null) {
      return "has content that was added";
    }
    if (!Arrays.equals(ChainRow.contentDigest(row.salt(), canonical), row.contentDigest())) {
      return "has changed content";
    }
    return call == null ? null : faultOf(call);
  }

  private @Nullable String faultOf(CallRow call) {
    if (!Arrays.equals(call.personDigest(), Digests.sha256(persons))) {
      return "has other persons than were recorded";
    }
    byte[] digest = evidence == null ? null : evidence.digest();
    return Arrays.equals(call.evidenceDigest(), digest) ? null : "has other evidence than was kept";
  }

  @Override
  public @Nullable Long agencyId() {
    if (call != null) {
      return call.agencyId();
    }
    return act == null ? null : act.agencyId();
  }

  @Override
  public byte @Nullable [] canonical(String node) {
    if (call != null && row.kind().equals(ChainRow.CALL)) {
      return call.canonical(node, row.seq(), row.recordId(), row.recordedAt());
    }
    if (act != null && row.kind().equals(ChainRow.ACT)) {
      return act.canonical(node, row.seq(), row.recordId(), row.recordedAt());
    }
    return null;
  }
}
