package tw.gov.mocs.hub.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of the archive from its begin to its end: checkpoints as they stand in the
 * checkpoint file, each followed by its rows and an empty line.
 */
final class ArchiveReader implements AutoCloseable {

  private final BufferedReader in;
  private boolean amongRows;
  private @Nullable ArchivedRow next;

  ArchiveReader(Path file) throws IOException {
    in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), 1 << 16),
                StandardCharsets.US_ASCII));
  }

  /**
   * The next checkpoint, whose rows follow; null at the end of the file.
   *
   * @throws IllegalArgumentException if it is none
   */
  Checkpoint.@Nullable Signed nextCheckpoint() throws IOException {
    while (nextRow() != null) {
      continue;
    }
    StringBuilder form = new StringBuilder();
    String line = in.readLine();
    if (line == null) {
      return null;
    }
    while (line != null && !line.isEmpty()) {
      form.append(line).append('\n');
      line = in.readLine();
    }
    amongRows = true;
    return Checkpoint.Signed.ofFileForm(form.toString());
  }

  /**
   * The next row of the checkpoint; null after its last.
   *
   * @throws IllegalArgumentException if it is none
   */
  @Nullable ArchivedRow nextRow() throws IOException {
    ArchivedRow row = peekRow();
    next = null;
    return row;
  }

  /** The same, and the row stays the next one. */
  @Nullable ArchivedRow peekRow() throws IOException {
    if (next == null && amongRows) {
      String line = in.readLine();
      if (line == null || line.isEmpty()) {
        amongRows = false;
      } else {
        next = ArchivedRow.parse(line);
      }
    }
    return next;
  }

  /** Rows of one node, as {@link RowSource#rows}; what stands before them is passed over. */
  List<ArchivedRow> rows(String node, long first, long last) throws IOException {
    List<ArchivedRow> rows = new ArrayList<>();
    ArchivedRow row = peekRow();
    while (row != null) {
      boolean ours = row.record().node().equals(node) && row.row().seq() >= first;
      if ((!ours && !rows.isEmpty()) || (ours && row.row().seq() > last)) {
        break;
      }
      if (ours) {
        rows.add(row);
      }
      nextRow();
      row = peekRow();
    }
    return rows;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
