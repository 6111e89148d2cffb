package tw.gov.mocs.hub.audit;

import java.util.Arrays;
import tw.gov.mocs.hub.audit.Checkpoint.ChainSpan;

/**
 * Rows of one chain on the way to the next signed word of where it stands: how many fit, and behind
 * which of them the chain is unbroken to the end.
 */
final class Stretch {

  private final MerkleTree.Growing tree = new MerkleTree.Growing();
  private long treeFrom;
  private long fits;
  private long fitsUpToRestart;
  private long restart;
  private boolean cut;
  private boolean unread;

  /** Begins the tree of a checkpoint at this row. */
  void beginTree(long row) {
    treeFrom = row;
  }

  void leaf(long row, byte[] rowHash) {
    if (treeFrom != 0 && row >= treeFrom) {
      tree.add(rowHash);
    }
  }

  void rowFits() {
    fits++;
  }

  /** Nothing says that this row's hash is the one that was chained; those behind it follow. */
  void restart(long row, boolean predecessorUnknown) {
    restart = row;
    fitsUpToRestart = fits;
    cut |= predecessorUnknown;
  }

  /** The rows cannot be had, as was said. */
  void isUnread() {
    unread = true;
  }

  /** Those were told; the rest can be had. */
  void isReadAgain() {
    unread = false;
  }

  boolean unread() {
    return unread;
  }

  boolean isSignedAs(ChainSpan span) {
    return Arrays.equals(span.root(), tree.root());
  }

  /** The row up to which the head at the end shows nothing; 0 when it shows every row. */
  long unprovenUpTo(boolean rootFits) {
    return rootFits && !cut && restart >= treeFrom ? 0 : restart;
  }

  long restart() {
    return restart;
  }

  long fits() {
    return fits;
  }

  long fitsUpToRestart() {
    return fitsUpToRestart;
  }
}
