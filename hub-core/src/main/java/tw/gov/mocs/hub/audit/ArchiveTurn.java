package tw.gov.mocs.hub.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** The turn to archive, which one process has at a time over all nodes of the database. */
@Component
class ArchiveTurn {

  private static final Duration LEASE = Duration.ofMinutes(10);

  private final String holder = UUID.randomUUID().toString();
  private final ArchiveMapper mapper;
  private final LogMapper database;

  ArchiveTurn(ArchiveMapper mapper, LogMapper database) {
    this.mapper = mapper;
    this.database = database;
  }

  /** Takes it, or keeps it; false while another has it. */
  boolean take() {
    Instant now = database.now();
    return mapper.takeTurn(holder, now, now.plus(LEASE)) == 1;
  }

  /** A sign of life. */
  void keep() {
    if (!take()) {
      throw new HubException(ErrorCode.INTERNAL_ERROR, "another process archives the log");
    }
  }

  void end() {
    mapper.endTurn(holder, database.now());
  }
}
