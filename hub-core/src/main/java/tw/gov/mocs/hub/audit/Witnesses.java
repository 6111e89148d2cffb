package tw.gov.mocs.hub.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
 * @param files checkpoint files, the whole or a part of one
 * @param seen hash by number, as a signed answer carries them
 */
public record Witnesses(List<Path> files, Map<Long, byte[]> seen) {

  /** Nothing but the database itself. */
  public static final Witnesses NONE = new Witnesses(List.of(), Map.of());

  /** Copies both. */
  public Witnesses {
    files = List.copyOf(files);
    seen = new LinkedHashMap<>(seen);
  }

  void compare(
      LongFunction<@Nullable Stored> find, CheckpointKeys keys, Verification verification) {
    for (Map.Entry<Long, byte[]> one : seen.entrySet()) {
      Stored stored = find.apply(one.getKey());
      if (stored != null && Arrays.equals(stored.signed().hash(), one.getValue())) {
        verification.witnessFits();
      } else {
        verification.found("checkpoint " + one.getKey(), "is not the one that an answer carried");
      }
    }
    for (Path file : files) {
      try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        compare(file, lines, find, keys, verification);
      } catch (IOException e) {
        verification.found(file.toString(), "cannot be read: " + e.getMessage());
      }
    }
  }

  private static void compare(
      Path file,
      BufferedReader lines,
      LongFunction<@Nullable Stored> find,
      CheckpointKeys keys,
      Verification verification)
      throws IOException {
    StringBuilder form = new StringBuilder();
    int before = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isEmpty()) {
        form.append(line).append('\n');
        continue;
      }
      String fault = fault(form.toString(), find, keys);
      if (fault != null) {
        // The first is enough: all after it rest on it.
        verification.found("%s, checkpoint no. %d in it".formatted(file, before + 1), fault);
        return;
      }
      verification.witnessFits();
      before++;
      form.setLength(0);
    }
    // A last one without its empty line: one kept by itself, or the hub was killed as it wrote.
    if (!form.isEmpty() && fault(form.toString(), find, keys) == null) {
      verification.witnessFits();
    } else if (before == 0) {
      verification.found(file.toString(), "holds no checkpoint that the database holds");
    }
  }

  private static @Nullable String fault(
      String form, LongFunction<@Nullable Stored> find, CheckpointKeys keys) {
    Checkpoint.Signed kept;
    Checkpoint checkpoint;
    try {
      kept = Checkpoint.Signed.ofFileForm(form);
      checkpoint = kept.read();
    } catch (IllegalArgumentException e) {
      return "is not a checkpoint";
    }
    if (!keys.verifies(kept, checkpoint.key())) {
      return "has a signature that no configured certificate verifies";
    }
    Stored stored = find.apply(checkpoint.number());
    if (stored == null) {
      return "is number %d, which the database does not hold".formatted(checkpoint.number());
    }
    return stored.signedText().equals(kept.text())
        ? null
        : "is number %d, which is another in the database".formatted(checkpoint.number());
  }
}
