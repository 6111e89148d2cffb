package tw.gov.mocs.hub.audit;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * Verifies the whole log: every row with its content, every chain, every checkpoint, and whatever
 * somebody kept outside the database. Guarantee: a log in which one stored bit that the chain
 * covers was changed, removed or added is not found whole; rows after the last checkpoint are
 * protected by their chain alone, and there may be none that should be covered by now. Who can
 * change the database and every file beside it can still cut off the end of all of them: only what
 * answers carried, or a file kept elsewhere, tells. It changes nothing and may run beside the hub.
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

  LogVerifier(
      CheckpointMapper checkpoints,
      CheckpointKeys keys,
      StoredRows stored,
      StoredRowMapper rows,
      AuditSettings settings) {
    this.coverLimit = Duration.ofSeconds(2L * settings.checkpointSeconds()).plus(SLACK);
    this.checkpoints = checkpoints;
    this.keys = keys;
    this.stored = stored;
    this.rows = rows;
  }

  /**
   * Verifies everything that is committed now.
   *
   * @param witnesses what was kept outside the database
   * @param progress told how many rows fit, every thousand
   */
  public VerificationReport verify(Witnesses witnesses, LongConsumer progress) {
    Verification verification = new Verification(progress);
    // In this order: rows and chains only grow, so a chain reaches at least as far as its
    // checkpoint.
    Last last = checkpoints.last();
    Map<String, ChainWalk> walks = new TreeMap<>();
    for (Chain chain : checkpoints.chains()) {
      walks.put(chain.nodeName(), new ChainWalk(stored, chain, verification));
    }
    walkCheckpoints(last, walks, verification);
    walks.values().forEach(ChainWalk::end);
    verification.requireCoverAfter(coverLimit);
    StrayRow stray = rows.strayRow();
    if (stray != null) {
      String node = stray.nodeName() == null ? "node no. " + stray.nodeId() : stray.nodeName();
      verification.found(node + " row " + stray.seq(), "was added behind the end of its chain");
    }
    witnesses.compare(
        new Witnesses.Held(checkpoints::find, last.checkpointNo(), keys), verification);
    return verification.report();
  }

  private void walkCheckpoints(Last last, Map<String, ChainWalk> walks, Verification verification) {
    long number = 0;
    byte[] hash = Checkpoint.NO_PREVIOUS;
    while (number < last.checkpointNo()) {
      List<Stored> next = checkpoints.after(number, CHECKPOINTS_AT_ONCE);
      if (next.isEmpty()) {
        verification.found("checkpoint " + (number + 1), "is missing");
        return;
      }
      for (Stored one : next) {
        if (number == last.checkpointNo()) {
          break;
        }
        number++;
        Checkpoint read = read(one, number, hash, verification);
        if (read == null || !cover(read, walks, verification)) {
          // What comes after it rests on it.
          return;
        }
        hash = one.signed().hash();
        verification.checkpointFits();
      }
    }
    if (number > 0 && !Arrays.equals(hash, last.checkpointHash())) {
      verification.found("checkpoint " + number, "is not the one that was published");
    }
  }

  private @Nullable Checkpoint read(
      Stored stored, long number, byte[] previous, Verification verification) {
    String where = "checkpoint " + number;
    if (stored.checkpointNo() != number) {
      verification.found(where, "is missing");
      return null;
    }
    try {
      Checkpoint read = stored.signed().read();
      if (!keys.verifies(stored.signed(), read.key())) {
        verification.found(where, "has a signature that no configured certificate verifies");
      } else if (read.number() != number || !Arrays.equals(read.previous(), previous)) {
        verification.found(where, "does not follow from the one before it");
      } else {
        return read;
      }
    } catch (IllegalArgumentException e) {
      verification.found(where, "is not a checkpoint");
    }
    return null;
  }

  private static boolean cover(
      Checkpoint checkpoint, Map<String, ChainWalk> walks, Verification verification) {
    boolean all = true;
    Map<String, ChainSpan> spans = new HashMap<>();
    for (ChainSpan span : checkpoint.spans()) {
      ChainWalk walk = walks.get(span.node());
      if (walk == null || spans.put(span.node(), span) != null) {
        verification.found("the chain of " + span.node(), "is missing");
        return false;
      }
      all &= walk.cover(checkpoint.number(), span);
    }
    return all;
  }
}
