package tw.gov.mocs.hub.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of the archive.
 *
 * @param number from 1
 * @param name of the file
 * @param rows how many records it holds
 * @param from when its earliest was recorded
 * @param to when its latest was
 * @param bytes its length
 * @param removedAt since when its records stand in it alone; null while the database has them too
 */
public record ArchivedFile(
    long number,
    String name,
    long rows,
    Instant from,
    Instant to,
    long bytes,
    @Nullable Instant removedAt) {

  static ArchivedFile of(ArchiveMapper.Stored stored) {
    ArchiveHead head = stored.head();
    ArchiveHead.Content content = head.content();
    return new ArchivedFile(
        head.number(),
        head.fileName(),
        content.rows(),
        content.firstAt(),
        content.lastAt(),
        head.bytes(),
        stored.removedAt());
  }
}
