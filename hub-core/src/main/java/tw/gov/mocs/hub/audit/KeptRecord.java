package tw.gov.mocs.hub.audit;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.StoredRowMapper.Place;
import tw.gov.mocs.hub.shared.Digests;

/**
 * One record with its surroundings, wherever it is kept.
 *
 * @param place where it stands
 * @param row what it is
 * @param previous the row hash of the row before; empty if that is missing
 * @param beside the row hashes under its checkpoint; empty in the database, which gives them when
 *     they are asked for
 * @param archive the name of the file that holds it; null for the database
 */
record KeptRecord(
    Place place, ChainedRow row, byte[] previous, List<byte[]> beside, @Nullable String archive) {

  /** What does not fit the chain, in a sentence; null if everything does. */
  @Nullable String fault() {
    String fault = row.fault(place.nodeName());
    return fault != null || follows() ? fault : ChainWalk.UNCHAINED;
  }

  /** Whether its row hash is that of the row before and of its content's digest. */
  boolean follows() {
    ChainRow own = row.row();
    return Arrays.equals(own.rowHash(), Digests.sha256(previous, own.contentDigest()));
  }
}
