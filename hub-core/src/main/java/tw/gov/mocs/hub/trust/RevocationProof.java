package tw.gov.mocs.hub.trust;

import java.time.Instant;
import java.util.function.Supplier;

/**
 * An authority's own words on which a decision rested: they can be verified again without the hub.
 *
 * @param kind what the bytes are
 * @param source where they came from, for example {@code CRL http://…}
 * @param thisUpdate as of when they speak
 * @param nextUpdate until when they count
 * @param bytes gives their DER form
 */
public record RevocationProof(
    Kind kind, String source, Instant thisUpdate, Instant nextUpdate, Supplier<byte[]> bytes) {

  /** What authorities publish. */
  public enum Kind {
    /** A revocation list (RFC 5280 §5). */
    CRL,
    /** An OCSPResponse (RFC 6960 §4.2.1). */
    OCSP
  }

  /** The DER form. */
  public byte[] der() {
    return bytes.get();
  }
}
