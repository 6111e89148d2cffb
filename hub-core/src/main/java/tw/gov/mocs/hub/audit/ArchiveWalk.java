package tw.gov.mocs.hub.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The archive while the log is verified: its signed heads, one after the other, then its files in
 * the order of their checkpoints. Of a file that is not the signed one that is said once.
 */
final class ArchiveWalk implements AutoCloseable {

  private final ArchiveMapper mapper;
  private final @Nullable ArchiveFolder folder;
  private final CheckpointKeys keys;
  private final Verification verification;
  private final List<ArchiveHead> heads = new ArrayList<>();
  private final List<ArchiveMapper.Stored> stored = new ArrayList<>();

  private boolean broken;
  private @Nullable ArchiveHead open;
  private @Nullable ArchiveReader reader;

  /** The checkpoint whose rows are read; 0 before the first. */
  private long at;

  ArchiveWalk(
      ArchiveMapper mapper,
      @Nullable ArchiveFolder folder,
      CheckpointKeys keys,
      Verification verification) {
    this.mapper = mapper;
    this.folder = folder;
    this.keys = keys;
    this.verification = verification;
    readHeads();
  }

  /** Whether a checkpoint's rows are archived, as far as is known. */
  boolean holds(long checkpoint) {
    return !heads.isEmpty() && heads.get(heads.size() - 1).lastCheckpoint() >= checkpoint;
  }

  /** The same, and looks whether they are archived meanwhile. */
  boolean holdsByNow(long checkpoint) {
    if (!holds(checkpoint) && !broken && mapper.lastCheckpoint() >= checkpoint) {
      readHeads();
    }
    return holds(checkpoint);
  }

  /** As {@link RowSource#rows}, of an archived checkpoint; never one before the last asked for. */
  @Nullable List<ArchivedRow> rows(
      Checkpoint.Signed of, long checkpoint, String node, long first, long last) {
    ArchiveHead head = headOf(checkpoint);
    try {
      if (!head.equals(open)) {
        openFile(head);
      }
      ArchiveReader in = reader;
      return in == null || !isAt(of, checkpoint, head, in) ? null : in.rows(node, first, last);
    } catch (IOException | IllegalArgumentException e) {
      lost(head, "cannot be read");
      return null;
    }
  }

  private boolean isAt(Checkpoint.Signed of, long checkpoint, ArchiveHead head, ArchiveReader in)
      throws IOException {
    while (at < checkpoint) {
      Checkpoint.Signed next = in.nextCheckpoint();
      at++;
      if (next == null || (at == checkpoint && !next.text().equals(of.text()))) {
        lost(head, "holds another checkpoint %d than the database".formatted(checkpoint));
        return false;
      }
    }
    return true;
  }

  private ArchiveHead headOf(long checkpoint) {
    return heads.stream()
        .filter(head -> head.lastCheckpoint() >= checkpoint)
        .findFirst()
        .orElseThrow();
  }

  private void openFile(ArchiveHead head) throws IOException {
    close();
    open = head;
    at = head.firstCheckpoint() - 1;
    String fault = folder == null ? ArchiveFolder.MISSING : folder.faultOfFile(head, heads);
    if (fault != null) {
      lost(head, fault);
    } else if (folder != null) {
      reader = new ArchiveReader(folder.file(head));
      ArchiveMapper.Stored one = stored.get(heads.indexOf(head));
      String beside = folder.faultOfHead(head, one.signed());
      // It is written before the first record is removed.
      if (beside != null && one.removedAt() != null) {
        verification.found(where(head.number(), head.headName()), beside);
      }
    }
  }

  private void lost(ArchiveHead head, String what) {
    verification.found(where(head.number(), head.fileName()), what);
    close();
  }

  private void readHeads() {
    for (ArchiveMapper.Stored one : mapper.after(heads.size())) {
      String fault = fault(one);
      if (fault != null) {
        verification.found("archive " + (heads.size() + 1), fault);
        broken = true;
        return;
      }
      heads.add(one.head());
      stored.add(one);
    }
  }

  private @Nullable String fault(ArchiveMapper.Stored one) {
    int before = heads.size();
    try {
      ArchiveHead head = one.head();
      byte[] previous =
          before == 0 ? Checkpoint.NO_PREVIOUS : stored.get(before - 1).signed().hash();
      long first = before == 0 ? 1 : heads.get(before - 1).lastCheckpoint() + 1;
      if (one.archiveNo() != before + 1L) {
        return "is missing";
      } else if (!keys.verifies(one.signed(), head.key())) {
        return "has a signature that no configured certificate verifies";
      }
      boolean follows =
          head.number() == one.archiveNo()
              && head.firstCheckpoint() == first
              && Arrays.equals(head.previous(), previous);
      return follows ? null : "does not follow from the one before it";
    } catch (IllegalArgumentException e) {
      return "is not the head of an archive";
    }
  }

  private static String where(long number, String file) {
    return "archive %d, %s".formatted(number, file);
  }

  @Override
  public void close() {
    try {
      if (reader != null) {
        reader.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    reader = null;
  }
}
