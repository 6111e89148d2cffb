package tw.gov.mocs.hub.audit;

import java.util.Arrays;

/**
 * A line of the search index that finds a call by a person: the keyed hash, and the row of the call
 * in its chain.
 */
record IndexedPerson(byte[] hash, long seq) {

  @Override
  public boolean equals(Object other) {
    return other instanceof IndexedPerson line && seq == line.seq && Arrays.equals(hash, line.hash);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(hash) + Long.hashCode(seq);
  }
}
