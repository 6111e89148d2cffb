package tw.gov.mocs.hub.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import tw.gov.mocs.hub.audit.Checkpoint.ChainSpan;
import tw.gov.mocs.hub.audit.CheckpointMapper.Chain;

/** Goes along one chain from its first row, as far as it fits. */
final class ChainWalk {

  /** What is said of a row that is not where it was chained. */
  static final String UNCHAINED = "does not follow from the row before it and its content's digest";

  private static final int ROWS_AT_ONCE = 200;

  private final Chain chain;
  private final Verification verification;

  private ChainHead head = ChainHead.START;
  private long uncoveredFrom;
  private Instant uncoveredSince = Instant.MAX;
  private boolean broken;
  private boolean lost;

  ChainWalk(Chain chain, Verification verification) {
    this.chain = chain;
    this.verification = verification;
  }

  Chain chain() {
    return chain;
  }

  /**
   * Goes along the rows that a checkpoint covers; false when they are not what it signed. Rows that
   * cannot be had, as was said, are passed over.
   */
  boolean cover(long checkpoint, ChainSpan span, RowSource source) {
    if (broken) {
      return false;
    }
    lost = false;
    if (span.first() != head.seq() + 1) {
      return breaks(checkpoint, span, "does not begin after row " + head.seq());
    }
    if (span.last() > chain.lastSeq()) {
      return go(chain.lastSeq(), new MerkleTree.Growing(), source)
          && breaks(
              head.seq() + 1,
              "is missing or cut off: checkpoint %d covers up to row %d"
                  .formatted(checkpoint, span.last()));
    }
    MerkleTree.Growing tree = new MerkleTree.Growing();
    if (!go(span.last(), tree, source)) {
      return lost && pass(span);
    }
    if (!Arrays.equals(span.head(), head.hash()) || !Arrays.equals(span.root(), tree.root())) {
      return breaks(checkpoint, span, "signed other rows");
    }
    return true;
  }

  /** Takes the word of a checkpoint for where the chain stands after its rows. */
  boolean pass(ChainSpan span) {
    head = new ChainHead(span.last(), span.head());
    return true;
  }

  /** Goes along the rows that no checkpoint covers yet, to the end of the chain. */
  void end(RowSource source) {
    long covered = head.seq();
    uncoveredFrom = covered + 1;
    if (broken || !go(chain.lastSeq(), new MerkleTree.Growing(), source)) {
      return;
    }
    if (head.seq() > covered) {
      String where = "%s row %d".formatted(chain.nodeName(), uncoveredFrom);
      verification.rowsAreUncovered(where, head.seq() - covered, uncoveredSince);
    }
    if (!Arrays.equals(head.hash(), chain.lastHash())) {
      breaks(head.seq(), "is not the last one that was written");
    }
  }

  private boolean go(long last, MerkleTree.Growing tree, RowSource source) {
    while (head.seq() < last) {
      long first = head.seq() + 1;
      List<? extends ChainedRow> rows =
          source.rows(first, Math.min(last, head.seq() + ROWS_AT_ONCE));
      if (rows == null) {
        lost = true;
        return false;
      }
      if (rows.isEmpty()) {
        return breaks(first, "is missing");
      }
      for (ChainedRow row : rows) {
        if (!step(row)) {
          return false;
        }
        tree.add(head.hash());
      }
    }
    return true;
  }

  private boolean step(ChainedRow entry) {
    ChainRow row = entry.row();
    ChainHead next = head.next(row.contentDigest());
    if (row.seq() != next.seq()) {
      return breaks(next.seq(), "is missing");
    }
    if (!Arrays.equals(row.rowHash(), next.hash())) {
      return breaks(next.seq(), UNCHAINED);
    }
    String fault = entry.fault(chain.nodeName());
    if (fault != null) {
      return breaks(next.seq(), fault);
    }
    head = next;
    if (head.seq() == uncoveredFrom) {
      uncoveredSince = row.recordedAt();
    }
    verification.rowFits(row.recordedAt());
    return true;
  }

  private boolean breaks(long checkpoint, ChainSpan span, String what) {
    String where =
        "checkpoint %d, %s rows %d to %d"
            .formatted(checkpoint, span.node(), span.first(), span.last());
    return broken(where, what);
  }

  private boolean breaks(long row, String what) {
    return broken("%s row %d".formatted(chain.nodeName(), row), what);
  }

  private boolean broken(String where, String what) {
    broken = true;
    verification.found(where, what);
    return false;
  }
}
