package tw.gov.mocs.hub.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.CheckpointMapper.Chain;
import tw.gov.mocs.hub.audit.StoredRowMapper.Place;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** The records that the database keeps no more: which files hold them, and single ones. */
@Component
public class LogArchive {

  private final ArchiveMapper mapper;
  private final CheckpointMapper checkpoints;
  private final CheckpointKeys keys;
  private final @Nullable ArchiveFolder folder;

  LogArchive(
      ArchiveMapper mapper,
      CheckpointMapper checkpoints,
      CheckpointKeys keys,
      RetentionSettings settings) {
    this.mapper = mapper;
    this.checkpoints = checkpoints;
    this.keys = keys;
    Path path = settings.folder();
    this.folder = path == null ? null : new ArchiveFolder(path);
  }

  /** All files, the oldest first. */
  public List<ArchivedFile> files() {
    return mapper.after(0).stream().map(ArchivedFile::of).toList();
  }

  /**
   * The files whose records the database keeps no more, of some time; the newest first.
   *
   * @param from recorded at this moment or later; null from the first on
   * @param before recorded before this moment; null up to the last
   */
  public List<ArchivedFile> between(@Nullable Instant from, @Nullable Instant before) {
    return mapper.between(from, before).stream().map(ArchivedFile::of).toList();
  }

  ArchiveWalk walk(Verification verification) {
    return new ArchiveWalk(mapper, folder, keys, verification);
  }

  /**
   * A record out of its file.
   *
   * @throws HubException STATE_CONFLICT if the file that may hold it is missing or is not the one
   *     that was signed
   */
  Optional<KeptRecord> find(String recordId) {
    for (ArchiveMapper.Stored one : mapper.around(recordId)) {
      ArchiveHead head = one.head();
      try {
        String fault = folder == null ? ArchiveFolder.MISSING : folder.faultOfFile(head, List.of());
        if (folder == null || fault != null) {
          throw unreadable(head, String.valueOf(fault));
        }
        Optional<KeptRecord> found = find(recordId, head, folder.file(head));
        if (found.isPresent()) {
          return found;
        }
      } catch (IOException | IllegalArgumentException e) {
        throw unreadable(head, "cannot be read");
      }
    }
    return Optional.empty();
  }

  private Optional<KeptRecord> find(String recordId, ArchiveHead head, Path file)
      throws IOException {
    try (ArchiveReader in = new ArchiveReader(file)) {
      while (in.nextCheckpoint() != null) {
        String node = "";
        List<byte[]> hashes = new ArrayList<>();
        ArchivedRow found = null;
        for (ArchivedRow row = in.nextRow(); row != null; row = in.nextRow()) {
          if (!row.record().node().equals(node)) {
            if (found != null) {
              break;
            }
            node = row.record().node();
            hashes.clear();
          }
          hashes.add(row.row().rowHash());
          found = row.row().recordId().equals(recordId) ? row : found;
        }
        if (found != null) {
          return Optional.of(kept(found, hashes, head));
        }
      }
      return Optional.empty();
    }
  }

  private KeptRecord kept(ArchivedRow found, List<byte[]> hashes, ArchiveHead head) {
    String node = found.record().node();
    long nodeId =
        checkpoints.chains().stream()
            .filter(chain -> chain.nodeName().equals(node))
            .mapToLong(Chain::id)
            .findFirst()
            .orElse(0);
    Place place = new Place(nodeId, node, found.record().seq());
    return new KeptRecord(place, found, before(place, hashes), hashes, head.fileName());
  }

  /** The row before, or where the checkpoint before leaves the chain. */
  private byte[] before(Place place, List<byte[]> hashes) {
    Long number = checkpoints.covering(place.nodeId(), place.seq());
    if (place.seq() == 1 || number == null) {
      return ChainHead.START.hash();
    }
    CheckpointMapper.Stored own = checkpoints.find(number);
    long first = own == null ? place.seq() : spanOf(own, place).first();
    if (place.seq() > first) {
      return hashes.get((int) (place.seq() - first) - 1);
    }
    CheckpointMapper.Stored previous = checkpoints.find(number - 1);
    return previous == null ? new byte[0] : spanOf(previous, place).head();
  }

  private static Checkpoint.ChainSpan spanOf(CheckpointMapper.Stored stored, Place place) {
    return stored.signed().read().spans().stream()
        .filter(span -> span.node().equals(place.nodeName()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("a checkpoint without the node"));
  }

  private static HubException unreadable(ArchiveHead head, String what) {
    return new HubException(
        ErrorCode.STATE_CONFLICT,
        "archive %d, %s %s".formatted(head.number(), head.fileName(), what),
        "封存檔 " + head.fileName() + " 遺失或與簽署時不同");
  }
}
