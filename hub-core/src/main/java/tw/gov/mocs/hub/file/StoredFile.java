package tw.gov.mocs.hub.file;

import java.time.Instant;

/**
 * A file that was accepted.
 *
 * @param id key in the database
 * @param name as people see it
 * @param type what it is; its extension and its content agree on it
 * @param size in bytes
 * @param sha256 of its content, lower-case hexadecimal
 * @param owner what it belongs to
 * @param storedBy who uploaded it
 * @param storedAt when
 */
public record StoredFile(
    long id,
    FileName name,
    FileType type,
    long size,
    String sha256,
    FileOwner owner,
    String storedBy,
    Instant storedAt) {}
