package tw.gov.mocs.hub.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.CheckpointMapper.Stored;

/**
 * What was kept of the checkpoints outside the database: whoever changed the database, even with
 * the checkpoint key in his hands, could not change this.
 *
 * @param own the file of this node, which must hold every checkpoint; null when it is not looked at
 * @param files checkpoint files, the whole or a part of one
 * @param seen hash by number, as a signed answer carries them
 */
public record Witnesses(@Nullable Path own, List<Path> files, Map<Long, byte[]> seen) {

  /** Nothing but the database itself. */
  public static final Witnesses NONE = new Witnesses(null, List.of(), Map.of());

  /** Copies both. */
  public Witnesses {
    files = List.copyOf(files);
    seen = new LinkedHashMap<>(seen);
  }

  /**
   * Whether a file holds at least one checkpoint, be it of another hub: to compare any other is a
   * slip that says nothing of the log.
   */
  public static boolean isKeptFile(Path file) throws IOException {
    return KeptFile.holdsOne(file);
  }

  /** What the database holds, by number, and the certificates of those who signed it. */
  record Held(LongFunction<@Nullable Stored> find, long last, CheckpointKeys keys) {}

  void compare(Held held, Verification verification) {
    for (Map.Entry<Long, byte[]> one : seen.entrySet()) {
      Stored stored = held.find().apply(one.getKey());
      if (stored != null && Arrays.equals(stored.signed().hash(), one.getValue())) {
        verification.witnessFits();
      } else {
        verification.foundOutside(
            "checkpoint " + one.getKey(), "is not the one that an answer carried");
      }
    }
    for (Path file : files) {
      new KeptFile(file, held, verification).compare();
    }
    if (own != null) {
      compareOwn(own, held, verification);
    }
  }

  private static void compareOwn(Path own, Held held, Verification verification) {
    if (held.last() == 0 && !Files.exists(own)) {
      // A hub that has not made its first one.
      return;
    }
    if (!Files.exists(own)) {
      verification.foundOutside(own.toString(), "is missing: it held the checkpoints of this node");
      return;
    }
    long end = new KeptFile(own, held, verification).compare();
    // A kill between the commit and the file leaves one to be written at the next start.
    if (end >= 0 && end < held.last() - 1) {
      verification.foundOutside(
          own.toString(),
          "ends at checkpoint %d, the database at %d: its end was removed, or not written"
              .formatted(end, held.last()));
    }
  }
}
