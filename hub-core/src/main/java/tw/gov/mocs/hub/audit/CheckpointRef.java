package tw.gov.mocs.hub.audit;

/**
 * The last checkpoint, as every answer carries it.
 *
 * @param number from 1; 0 before the first
 * @param hash SHA-256 of the signed checkpoint; empty before the first
 */
public record CheckpointRef(long number, byte[] hash) {}
