package tw.gov.mocs.hub.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.Checkpoint.ChainSpan;
import tw.gov.mocs.hub.audit.CheckpointMapper.Chain;
import tw.gov.mocs.hub.audit.CheckpointMapper.Last;
import tw.gov.mocs.hub.audit.CheckpointMapper.Stored;
import tw.gov.mocs.hub.audit.StoredRowMapper.StrayRow;

/**
 * Verifies the whole log: every row with its content, every chain, every checkpoint, whatever
 * somebody kept outside the database, and that auditors find each record by what it says.
 * Guarantee: a log in which one stored bit that the chain covers was changed, removed or added is
 * not found whole; rows after the last checkpoint are protected by their chain alone, and there may
 * be none that should be covered by now. Who can change the database and every file beside it can
 * still cut off the end of all of them: only what answers carried, or a file kept elsewhere, tells.
 * It changes nothing and may run beside the hub.
 */
@Component
public class LogVerifier {

  private static final int CHECKPOINTS_AT_ONCE = 200;

  /** For a checkpoint that takes long, or a node that starts again. */
  private static final Duration SLACK = Duration.ofMinutes(1);

  private final Duration coverLimit;
  private final CheckpointMapper checkpoints;
  private final CheckpointKeys keys;
  private final StoredRows stored;
  private final StoredRowMapper rows;
  private final LogIndexMapper index;
  private final LogArchive archive;

  LogVerifier(
      CheckpointMapper checkpoints,
      CheckpointKeys keys,
      StoredRows stored,
      StoredRowMapper rows,
      LogIndexMapper index,
      LogArchive archive,
      AuditSettings settings) {
    this.coverLimit = Duration.ofSeconds(2L * settings.checkpointSeconds()).plus(SLACK);
    this.checkpoints = checkpoints;
    this.keys = keys;
    this.stored = stored;
    this.rows = rows;
    this.index = index;
    this.archive = archive;
  }

  /**
   * Verifies everything that is committed now.
   *
   * @param witnesses what was kept outside the database
   * @param progress told how many rows were read, every thousand
   */
  public VerificationReport verify(Witnesses witnesses, LongConsumer progress) {
    Verification verification = new Verification(progress);
    // In this order: rows and chains only grow, so a chain reaches at least as far as its
    // checkpoint.
    Last last = checkpoints.last();
    Map<String, ChainWalk> walks = new TreeMap<>();
    List<IndexWalk> indexWalks = new ArrayList<>();
    for (Chain chain : checkpoints.chains()) {
      IndexWalk indexed = new IndexWalk(index, chain);
      indexWalks.add(indexed);
      walks.put(chain.nodeName(), new ChainWalk(chain, indexed, verification));
    }
    try (ArchiveWalk archived = archive.walk(verification)) {
      new Walk(walks, archived, verification).upTo(last);
    }
    walks.values().forEach(walk -> walk.end(ofDatabase(walk.chain())));
    verification.requireCoverAfter(coverLimit);
    tellStray(rows.strayRow(), "was added behind the end of its chain", verification);
    tellStray(rows.removedRow(), "stands in the archive and was added again", verification);
    tellStray(rows.strayContent(), "has content but is no row: it was added", verification);
    indexWalks.forEach(indexed -> indexed.tell(verification));
    tellStray(
        index.strayLine(),
        "is in the search index, which has not come so far; ./hub log-index remake makes it anew",
        verification);
    witnesses.compare(
        new Witnesses.Held(checkpoints::find, last.checkpointNo(), keys), verification);
    return verification.report();
  }

  private static void tellStray(@Nullable StrayRow stray, String what, Verification verification) {
    if (stray != null) {
      String node = stray.nodeName() == null ? "node no. " + stray.nodeId() : stray.nodeName();
      verification.found(node + " row " + stray.seq(), what);
    }
  }

  private RowSource ofDatabase(Chain chain) {
    return (first, last) -> stored.rows(chain.id(), first, last);
  }

  /** Along the checkpoints, and along the chains under them. */
  private final class Walk {

    private final Map<String, ChainWalk> walks;
    private final ArchiveWalk archived;
    private final Verification verification;
    private final Set<String> chainless = new HashSet<>();

    /** The hash of the last checkpoint; null when it is lost and the next has to be believed. */
    private byte @Nullable [] hash = Checkpoint.NO_PREVIOUS;

    /** Whether rows may wait for a checkpoint because theirs is lost. */
    private boolean lost;

    Walk(Map<String, ChainWalk> walks, ArchiveWalk archived, Verification verification) {
      this.walks = walks;
      this.archived = archived;
      this.verification = verification;
    }

    void upTo(Last last) {
      long number = 0;
      while (number < last.checkpointNo()) {
        List<Stored> next = checkpoints.after(number, CHECKPOINTS_AT_ONCE);
        if (next.isEmpty() || next.get(0).checkpointNo() > last.checkpointNo()) {
          areMissing(number + 1, last.checkpointNo());
          return;
        }
        for (Stored one : next) {
          if (number < last.checkpointNo()) {
            areMissing(number + 1, Math.min(one.checkpointNo() - 1, last.checkpointNo()));
            number = one.checkpointNo();
            take(one, number);
          }
        }
      }
      byte[] end = hash;
      if (number > 0 && end != null && !Arrays.equals(end, last.checkpointHash())) {
        found("checkpoint " + number, "is not the one that was published");
      }
    }

    private void areMissing(long first, long last) {
      if (first == last) {
        found("checkpoint " + first, "is missing");
      } else if (first < last) {
        found("checkpoints %d to %d".formatted(first, last), "are missing");
      }
      if (first <= last) {
        hash = null;
        lost = true;
      }
    }

    private void take(Stored one, long number) {
      Checkpoint read = read(one, number);
      hash = read == null ? null : one.signed().hash();
      if (read == null) {
        // Its signature does not hold: where it says that the chains stood is worth nothing.
        lost = true;
        return;
      }
      if (cover(read, one.signed())) {
        verification.checkpointFits();
      }
      lost = false;
    }

    private void found(String where, String what) {
      verification.found("the checkpoints", where, what);
    }

    private @Nullable Checkpoint read(Stored stored, long number) {
      String where = "checkpoint " + number;
      try {
        Checkpoint read = stored.signed().read();
        byte[] previous = hash;
        if (!keys.verifies(stored.signed(), read.key())) {
          found(where, "has a signature that no configured certificate verifies");
        } else if (read.number() != number
            || (previous != null && !Arrays.equals(read.previous(), previous))) {
          found(where, "does not follow from the one before it");
        } else {
          return read;
        }
      } catch (IllegalArgumentException e) {
        found(where, "is not a checkpoint");
      }
      return null;
    }

    private boolean cover(Checkpoint checkpoint, Checkpoint.Signed signed) {
      boolean all = true;
      Map<String, ChainSpan> spans = new HashMap<>();
      for (ChainSpan span : checkpoint.spans()) {
        ChainWalk walk = walks.get(span.node());
        if (walk == null || spans.put(span.node(), span) != null) {
          if (chainless.add(span.node())) {
            verification.found("the chain of " + span.node(), "is missing");
          }
          all = false;
        } else {
          all &= cover(checkpoint.number(), signed, span, walk);
        }
      }
      return all;
    }

    private boolean cover(long number, Checkpoint.Signed signed, ChainSpan span, ChainWalk walk) {
      RowSource kept = ofDatabase(walk.chain());
      RowSource before = archived.holds(number - 1) ? (first, last) -> null : kept;
      return walk.cover(
          number,
          span,
          lost ? before : null,
          (first, last) -> {
            List<? extends ChainedRow> rows = List.of();
            if (!archived.holds(number)) {
              rows = kept.rows(first, last);
            }
            // What is archived by now may have been removed while it was read.
            return archived.holdsByNow(number)
                ? archived.rows(signed, number, span.node(), first, last)
                : rows;
          });
    }
  }
}
