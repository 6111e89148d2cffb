package tw.gov.mocs.hub.audit;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.CheckpointMapper.Head;
import tw.gov.mocs.hub.audit.CheckpointMapper.Link;
import tw.gov.mocs.hub.audit.StoredRowMapper.Place;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** Finds single records, in the database and in the archive. */
@Component
class KeptRecords {

  private final StoredRowMapper mapper;
  private final StoredRows stored;
  private final CheckpointMapper checkpoints;
  private final LogArchive archive;

  KeptRecords(
      StoredRowMapper mapper, StoredRows stored, CheckpointMapper checkpoints, LogArchive archive) {
    this.mapper = mapper;
    this.stored = stored;
    this.checkpoints = checkpoints;
    this.archive = archive;
  }

  Optional<KeptRecord> find(String recordId) {
    Place place = mapper.place(recordId);
    List<StoredRow> rows =
        place == null ? List.of() : stored.rows(place.nodeId(), place.seq(), place.seq());
    if (place == null || rows.isEmpty()) {
      return archive.find(recordId);
    }
    return Optional.of(new KeptRecord(place, rows.get(0), hashBefore(place), List.of(), null));
  }

  /** As {@link #find}, with NOT_FOUND. */
  KeptRecord require(String recordId) {
    return find(recordId)
        .orElseThrow(
            () -> {
              String what = "record " + recordId;
              return new HubException(ErrorCode.NOT_FOUND, what, what);
            });
  }

  /** The row hashes from first to last of the record's chain; fewer where some are missing. */
  List<byte[]> beside(KeptRecord record, long first, long last) {
    return record.archive() != null
        ? record.beside()
        : checkpoints.links(record.place().nodeId(), first, last).stream()
            .map(Link::rowHash)
            .toList();
  }

  private byte[] hashBefore(Place place) {
    long before = place.seq() - 1;
    if (before == 0) {
      return ChainHead.START.hash();
    }
    List<Link> links = checkpoints.links(place.nodeId(), before, before);
    if (!links.isEmpty()) {
      return links.get(0).rowHash();
    }
    Head archived = checkpoints.archivedHead(place.nodeId(), before);
    return archived == null ? new byte[0] : archived.rowHash();
  }
}
