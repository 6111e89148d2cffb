package tw.gov.mocs.hub.audit;

import java.time.Instant;

/**
 * A checkpoint as everybody may keep it.
 *
 * @param number from 1
 * @param madeAt by the clock of the node that made it
 * @param hash SHA-256 of its text, lower-case hexadecimal
 * @param signedForm as it stands in the checkpoint file: text, signature, an empty line (ASCII)
 */
public record PublishedCheckpoint(long number, Instant madeAt, String hash, String signedForm) {}
