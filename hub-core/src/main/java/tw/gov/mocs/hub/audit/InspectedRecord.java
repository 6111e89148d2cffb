package tw.gov.mocs.hub.audit;

import org.jspecify.annotations.Nullable;

/**
 * A record with its place in the log, as it is found now.
 *
 * @param record what its content says; without facts if the content was lost
 * @param contentDigest over salt and content, as chained, in hexadecimal
 * @param previous the row hash of the row before; "" if that row is missing
 * @param rowHash its own
 * @param fault what does not fit the chain, in a sentence; null if everything does
 * @param checkpoint the number of the checkpoint that covers it; null while none does
 * @param proven whether that checkpoint's signature and Merkle root hold for this very content
 * @param archive the file of the archive that holds it; null while the database does
 * @param standing where in it the person stands who was looked for; null if nowhere, if nobody was,
 *     or if it does not fit the chain
 */
public record InspectedRecord(
    LogRecord record,
    String contentDigest,
    String previous,
    String rowHash,
    @Nullable String fault,
    @Nullable Long checkpoint,
    boolean proven,
    @Nullable String archive,
    @Nullable Standing standing) {

  /** Whether the signed request of the call was kept. */
  public boolean hasRequest() {
    return record.facts().containsKey("evidenceDigest");
  }
}
