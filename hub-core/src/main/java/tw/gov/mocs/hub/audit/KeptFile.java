package tw.gov.mocs.hub.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.CheckpointMapper.Stored;
import tw.gov.mocs.hub.audit.Witnesses.Held;

/** A file of checkpoints, one after the other, each ended by an empty line. */
final class KeptFile {

  /** Editors of Windows write it at the beginning. */
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  /** Of one checkpoint; what goes on for so long is something else. */
  private static final int LONGEST = 1 << 20;

  private final Path file;
  private final Held held;
  private final Verification verification;

  /** The number of the last one that fits; 0 before the first. */
  private long last;

  KeptFile(Path file, Held held, Verification verification) {
    this.file = file;
    this.held = held;
    this.verification = verification;
  }

  /** Whether a single checkpoint stands in it, be it of another hub. */
  static boolean holdsOne(Path file) throws IOException {
    try (BufferedReader lines = lines(file)) {
      skipMark(lines);
      StringBuilder form = new StringBuilder();
      String line;
      do {
        line = lines.readLine();
        if (line == null || line.isEmpty()) {
          if (isCheckpoint(form.toString())) {
            return true;
          }
          form.setLength(0);
        } else if (form.length() < LONGEST) {
          form.append(line).append('\n');
        }
      } while (line != null);
      return false;
    }
  }

  private static boolean isCheckpoint(String form) {
    try {
      Checkpoint.Signed.ofFileForm(form).read();
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Whatever is no text is read all the same: it is no checkpoint. */
  private static BufferedReader lines(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
  }

  private static void skipMark(BufferedReader lines) throws IOException {
    lines.mark(1);
    if (lines.read() != BYTE_ORDER_MARK) {
      lines.reset();
    }
  }

  /** Compares it with the database; returns the last number in it, -1 if something did not fit. */
  long compare() {
    try (BufferedReader lines = lines(file)) {
      skipMark(lines);
      return compare(lines) ? last : -1;
    } catch (IOException e) {
      return found(file.toString(), "cannot be read") ? last : -1;
    }
  }

  private boolean compare(BufferedReader lines) throws IOException {
    StringBuilder form = new StringBuilder();
    int place = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isEmpty()) {
        form.append(line).append('\n');
        continue;
      }
      place++;
      if (!fits(place, form.toString())) {
        // The first is enough: all after it rest on it.
        return false;
      }
      form.setLength(0);
    }
    String rest = form.toString();
    if (!rest.isEmpty() && !isHalfWritten(rest) && !fits(place + 1, rest)) {
      return false;
    }
    return last > 0 || found(file.toString(), "holds no checkpoint that the database holds");
  }

  /** The hub was killed as it wrote: it begins as the one that must come next does. */
  private boolean isHalfWritten(String form) {
    String begun = CheckpointFile.withoutLostEnd(form.substring(0, form.length() - 1));
    Stored next = held.find().apply(last + 1);
    return last > 0
        && (begun.isEmpty() || next != null && next.signed().fileForm().startsWith(begun));
  }

  private boolean fits(int place, String form) {
    String fault = fault(form);
    if (fault != null) {
      return found("%s, checkpoint no. %d in it".formatted(file, place), fault);
    }
    verification.witnessFits();
    return true;
  }

  private boolean found(String where, String what) {
    verification.foundOutside(where, what);
    return false;
  }

  private @Nullable String fault(String form) {
    Checkpoint.Signed kept;
    Checkpoint checkpoint;
    try {
      kept = Checkpoint.Signed.ofFileForm(form);
      checkpoint = kept.read();
    } catch (IllegalArgumentException e) {
      return "is not a checkpoint";
    }
    if (!held.keys().verifies(kept, checkpoint.key())) {
      return "has a signature that no configured certificate verifies";
    }
    Stored stored = held.find().apply(checkpoint.number());
    if (stored == null) {
      return "is number %d, which the database does not hold".formatted(checkpoint.number());
    }
    if (!stored.signedText().equals(kept.text())) {
      return "is number %d, which is another in the database".formatted(checkpoint.number());
    }
    if (last > 0 && checkpoint.number() != last + 1) {
      return "is number %d and follows number %d".formatted(checkpoint.number(), last);
    }
    last = checkpoint.number();
    return null;
  }
}
