package tw.gov.mocs.hub.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.StoredRowMapper.Place;

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
    Place place, ChainedRow row, byte[] previous, List<byte[]> beside, @Nullable String archive) {}
