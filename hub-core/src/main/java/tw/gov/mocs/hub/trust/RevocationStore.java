package tw.gov.mocs.hub.trust;

import java.time.Instant;
import java.util.Optional;

/** Keeps the last good revocation list of each source, for restarts and for other nodes. */
interface RevocationStore {

  /** The DER form of the last list kept. */
  Optional<byte[]> find(String sourceKey);

  /** Keeps a list unless a later one is kept. */
  void keep(String sourceKey, String url, byte[] crl, Instant thisUpdate, Instant fetchedAt);
}
