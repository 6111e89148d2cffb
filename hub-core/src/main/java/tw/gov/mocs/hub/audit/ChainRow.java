package tw.gov.mocs.hub.audit;

import java.time.Instant;
import tw.gov.mocs.hub.shared.Digests;

/**
 * One row of a chain: a record without its content.
 *
 * @param kind {@link #CALL} or {@link #ACT}
 * @param salt 32 random bytes, so that a digest tells nothing about content that can be guessed
 */
record ChainRow(
    long nodeId,
    long seq,
    String recordId,
    String kind,
    Instant recordedAt,
    byte[] salt,
    byte[] contentDigest,
    byte[] rowHash) {

  static final String CALL = "CALL";
  static final String ACT = "ACT";

  /** What every canonical content begins with: form, place, identity. */
  static CanonicalContent begin(
      String kind, String node, long seq, String recordId, Instant recordedAt) {
    return new CanonicalContent()
        .text(form(kind))
        .text(node)
        .number(seq)
        .text(recordId)
        .moment(recordedAt);
  }

  /** What names the form of a content. */
  static String form(String kind) {
    return "mocs-hub-" + kind + "/1";
  }

  static byte[] contentDigest(byte[] salt, byte[] canonicalContent) {
    return Digests.sha256(salt, canonicalContent);
  }
}
