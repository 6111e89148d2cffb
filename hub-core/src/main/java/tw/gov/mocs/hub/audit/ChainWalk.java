package tw.gov.mocs.hub.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.Checkpoint.ChainSpan;
import tw.gov.mocs.hub.audit.CheckpointMapper.Chain;
import tw.gov.mocs.hub.shared.Digests;

/**
 * Goes along one chain from its first row to its last. Guarantee: where something does not fit that
 * is found, whatever follows, and the walk goes on from what the next row or checkpoint says of
 * itself only to find more; a row between which and the next checkpoint the chain is interrupted
 * does not count as one that fits.
 */
final class ChainWalk {

  /** What is said of a row that is not where it was chained. */
  static final String UNCHAINED = "does not follow from the row before it and its content's digest";

  private static final String UNPROVEN =
      "cannot be proven: the chain is interrupted before the next checkpoint or the end";
  private static final int ROWS_AT_ONCE = 200;

  private final Chain chain;
  private final RowsBeside beside;
  private final Verification verification;

  /** The row where the walk stands. */
  private long at;

  /** What that row's hash may be: two where the row does not fit, none where nobody can know. */
  private List<byte[]> hashes = List.of(ChainHead.START.hash());

  private long missingFrom;
  private @Nullable CutOff cutOff;
  private Instant earliest = Instant.MAX;

  /** Where a chain ends too soon, and the last row that a checkpoint says there was. */
  private record CutOff(long from, Stretch rest, long checkpoint, long covered) {}

  /**
   * A walk along a chain.
   *
   * @param beside compares the rows that fit with what else there is of them
   */
  ChainWalk(Chain chain, RowsBeside beside, Verification verification) {
    this.chain = chain;
    this.beside = beside;
    this.verification = verification;
  }

  Chain chain() {
    return chain;
  }

  /** Where the walk stands. */
  long at() {
    return at;
  }

  /**
   * Goes along the rows that a checkpoint covers, and before them along those whose own checkpoint
   * is lost; false when they are not what it signed. Rows that cannot be had, as was said, are
   * passed over.
   *
   * @param before whence the rows come whose own checkpoint is lost; null when none is
   */
  boolean cover(long checkpoint, ChainSpan span, @Nullable RowSource before, RowSource source) {
    if (cutOff != null || span.last() > chain.lastSeq()) {
      return endsTooSoon(checkpoint, span, source);
    }
    long from = at + 1;
    Stretch stretch = new Stretch();
    if (span.first() != from && (before == null || span.first() < from)) {
      verification.found(name(), where(checkpoint, span), "does not begin after row " + at);
      verification.rowsAreUnproven(Math.max(0, span.last() - at), 0);
      pass(span);
      return false;
    }
    if (before != null && span.first() > from) {
      bridge(span.first() - 1, stretch, before);
    }
    stretch.beginTree(span.first());
    go(span.last(), stretch, source);
    boolean fits = stretch.unread() || settle(checkpoint, span, from, stretch);
    if (stretch.unread()) {
      verification.rowsAreUnproven(span.last() - at + stretch.fits(), stretch.fits());
    }
    pass(span);
    return fits;
  }

  /** Takes the word of a checkpoint for where the chain stands after its rows. */
  void pass(ChainSpan span) {
    at = span.last();
    hashes = List.of(span.head());
  }

  /** Goes along the rows that no checkpoint covers yet, to the end of the chain. */
  void end(RowSource source) {
    CutOff end = cutOff;
    if (end != null) {
      breaks(
          chain.lastSeq() + 1,
          "is missing or cut off: checkpoint %d covers up to row %d"
              .formatted(end.checkpoint(), end.covered()));
      unproven(end.from(), chain.lastSeq(), end.rest());
      return;
    }
    long from = at + 1;
    earliest = Instant.MAX;
    Stretch stretch = new Stretch();
    go(chain.lastSeq(), stretch, source);
    if (stretch.fits() > 0) {
      String where = "%s row %d".formatted(chain.nodeName(), from);
      verification.rowsAreUncovered(where, stretch.fits(), earliest);
    }
    boolean reached = choose(chain.lastHash(), stretch);
    if (!reached && !hashes.isEmpty()) {
      breaks(at, "is not the last one that was written");
    }
    unproven(from, reached ? stretch.unprovenUpTo(false) : stretch.restart(), stretch);
  }

  private boolean endsTooSoon(long checkpoint, ChainSpan span, RowSource source) {
    CutOff before = cutOff;
    if (before == null) {
      before = new CutOff(at + 1, new Stretch(), checkpoint, span.last());
      go(chain.lastSeq(), before.rest(), source);
    }
    cutOff = new CutOff(before.from(), before.rest(), checkpoint, span.last());
    return false;
  }

  private void bridge(long last, Stretch stretch, RowSource before) {
    long from = at + 1;
    go(last, stretch, before);
    if (stretch.unread()) {
      breaks(from, last, "were not read: the checkpoint over them is lost");
      verification.rowsAreUnproven(last - at, 0);
      at = last;
      hashes = List.of();
      stretch.isReadAgain();
    }
  }

  /** Compares what the walk found with what the checkpoint signed. */
  private boolean settle(long checkpoint, ChainSpan span, long from, Stretch stretch) {
    boolean head = choose(span.head(), stretch);
    boolean root = head && stretch.isSignedAs(span);
    if (!root && !hashes.isEmpty() && (!head || stretch.restart() == 0)) {
      verification.found(name(), where(checkpoint, span), "signed other rows");
      verification.rowsAreUnproven(stretch.fits(), stretch.fits());
      return false;
    }
    unproven(from, head ? stretch.unprovenUpTo(root) : at, stretch);
    return root;
  }

  private void unproven(long from, long last, Stretch stretch) {
    if (last == 0) {
      return;
    }
    long count = last == at ? stretch.fits() : stretch.fitsUpToRestart();
    if (count > 0) {
      breaks(from, last, UNPROVEN);
      verification.rowsAreUnproven(count, count);
    }
  }

  private void go(long last, Stretch stretch, RowSource source) {
    while (at < last) {
      long from = at + 1;
      long until = Math.min(last, at + ROWS_AT_ONCE);
      List<? extends ChainedRow> rows = source.rows(from, until);
      if (rows == null) {
        stretch.isUnread();
        break;
      }
      List<ChainedRow> fitting = new ArrayList<>();
      for (ChainedRow row : rows) {
        passMissing(row.row().seq() - 1);
        if (step(row, stretch)) {
          fitting.add(row);
        }
      }
      passMissing(until);
      beside.compare(from, until, fitting);
    }
    tellMissing();
  }

  private void passMissing(long last) {
    if (at < last) {
      missingFrom = missingFrom == 0 ? at + 1 : missingFrom;
      at = last;
      hashes = List.of();
    }
  }

  private void tellMissing() {
    if (missingFrom != 0) {
      breaks(missingFrom, at, missingFrom == at ? "is missing" : "are missing");
      missingFrom = 0;
    }
  }

  /** Whether the row fits. */
  private boolean step(ChainedRow entry, Stretch stretch) {
    tellMissing();
    ChainRow row = entry.row();
    byte[] before = predecessor(row);
    choose(before, stretch);
    at = row.seq();
    String fault = entry.fault(chain.nodeName());
    boolean unknown = hashes.isEmpty();
    if (before == null && !unknown) {
      fault = UNCHAINED;
      // Its hash was changed, or its digest; what follows tells which.
      hashes = List.of(row.rowHash(), Digests.sha256(hashes.get(0), row.contentDigest()));
    } else {
      hashes = List.of(row.rowHash());
      stretch.leaf(at, row.rowHash());
    }
    if (fault == null) {
      earliest = earliest.isBefore(row.recordedAt()) ? earliest : row.recordedAt();
      stretch.rowFits();
      verification.rowFits(row.recordedAt());
    } else {
      breaks(at, fault);
      verification.rowFails();
    }
    if (unknown) {
      stretch.restart(at, true);
    }
    return fault == null;
  }

  private byte @Nullable [] predecessor(ChainRow row) {
    for (byte[] hash : hashes) {
      if (Arrays.equals(row.rowHash(), Digests.sha256(hash, row.contentDigest()))) {
        return hash;
      }
    }
    return null;
  }

  /** Whether the last row can have this hash; where it has two, they are decided by it. */
  private boolean choose(byte @Nullable [] hash, Stretch stretch) {
    boolean known = hash != null && hashes.stream().anyMatch(one -> Arrays.equals(one, hash));
    if (hashes.size() > 1) {
      byte[] chosen = hash != null && known ? hash : hashes.get(0);
      stretch.leaf(at, chosen);
      if (!Arrays.equals(chosen, hashes.get(1))) {
        stretch.restart(at, false);
      }
      hashes = List.of(chosen);
    }
    return known;
  }

  private String name() {
    return "the chain of " + chain.nodeName();
  }

  private static String where(long checkpoint, ChainSpan span) {
    return "checkpoint %d, %s rows %d to %d"
        .formatted(checkpoint, span.node(), span.first(), span.last());
  }

  private void breaks(long row, String what) {
    breaks(row, row, what);
  }

  private void breaks(long first, long last, String what) {
    String place = first == last ? "row " + first : "rows %d to %d".formatted(first, last);
    verification.found(name(), chain.nodeName() + " " + place, what);
  }
}
