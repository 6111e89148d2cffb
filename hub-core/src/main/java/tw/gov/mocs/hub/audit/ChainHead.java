package tw.gov.mocs.hub.audit;

import java.util.Arrays;
import tw.gov.mocs.hub.shared.Digests;

/**
 * Where a chain ends.
 *
 * @param seq of its last row; 0 while it has none
 * @param hash SHA-256(hash of the row before ‖ content digest); 32 zero bytes while it has none
 */
record ChainHead(long seq, byte[] hash) {

  static final ChainHead START = new ChainHead(0, new byte[32]);

  ChainHead next(byte[] contentDigest) {
    return new ChainHead(seq + 1, Digests.sha256(hash, contentDigest));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChainHead head && seq == head.seq && Arrays.equals(hash, head.hash);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hash);
  }
}
