package tw.gov.mocs.hub.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.Checkpoint.ChainSpan;
import tw.gov.mocs.hub.audit.CheckpointMapper.Chain;
import tw.gov.mocs.hub.audit.VerificationReport.Finding;

/**
 * Reads a file of the archive back from the disk. Guarantee: one that passes holds every record
 * under its checkpoints, whole, and verifies without the database.
 */
final class ArchiveCheck {

  private final CheckpointMapper checkpoints;
  private final CheckpointKeys keys;
  private final Verification found = new Verification(rows -> {});
  private final Map<String, ChainWalk> walks = new HashMap<>();

  ArchiveCheck(CheckpointMapper checkpoints, CheckpointKeys keys) {
    this.checkpoints = checkpoints;
    this.keys = keys;
  }

  /** What is wrong, in a sentence; null when nothing is. */
  @Nullable String fault(Path file, ArchiveHead head) {
    try (ArchiveReader in = new ArchiveReader(file)) {
      CheckpointMapper.Stored before = checkpoints.find(head.firstCheckpoint() - 1);
      if (before != null) {
        before.signed().read().spans().forEach(span -> walk(span).pass(span));
      }
      long number = head.firstCheckpoint();
      while (number <= head.lastCheckpoint() && covers(in, number)) {
        number++;
      }
      List<Finding> findings = found.report().findings();
      if (!findings.isEmpty()) {
        return findings.get(0).where() + " " + findings.get(0).what();
      }
      boolean whole = in.nextCheckpoint() == null;
      return whole && found.report().rows() == head.content().rows()
          ? null
          : "it holds something else than was written";
    } catch (IOException | IllegalArgumentException e) {
      return "it cannot be read";
    }
  }

  private boolean covers(ArchiveReader in, long number) throws IOException {
    Checkpoint.Signed signed = in.nextCheckpoint();
    CheckpointMapper.Stored stored = checkpoints.find(number);
    if (signed == null
        || stored == null
        || !Arrays.equals(stored.signed().hash(), signed.hash())
        || !keys.verifies(signed, signed.read().key())) {
      found.found("checkpoint " + number, "is another");
      return false;
    }
    boolean all = true;
    for (ChainSpan span : signed.read().spans()) {
      all &=
          walk(span)
              .cover(
                  number,
                  span,
                  null,
                  (first, last) -> {
                    try {
                      return in.rows(span.node(), first, last);
                    } catch (IOException e) {
                      throw new IllegalArgumentException("cannot be read", e);
                    }
                  });
    }
    return all;
  }

  private ChainWalk walk(ChainSpan span) {
    return walks.computeIfAbsent(
        span.node(),
        node ->
            new ChainWalk(
                new Chain(0, node, Long.MAX_VALUE, new byte[0], 0), RowsBeside.NOTHING, found));
  }
}
