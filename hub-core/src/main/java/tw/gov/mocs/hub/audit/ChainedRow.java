package tw.gov.mocs.hub.audit;

import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.EvidenceSealer.Evidence;

/** A row of a chain with everything that hangs on it, wherever it is kept. */
sealed interface ChainedRow permits StoredRow, ArchivedRow {

  ChainRow row();

  /** The bytes of the content digest; null without content of the row's kind. */
  byte @Nullable [] canonical(String node);

  /** What is wrong with the content, in a sentence; null when it is what was chained. */
  @Nullable String fault(String node);

  /** The agency that made the call, or that an act concerns. */
  @Nullable Long agencyId();

  /** Whose data the answer held, in the byte form of {@link PersonSet}. */
  byte[] persons();

  @Nullable Evidence evidence();
}
