package tw.gov.mocs.hub.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Lets one card of an agency take one file.
 *
 * @param id key in the database
 * @param deliveryNo which file
 * @param issuedTo thumbprint of the card's certificate
 * @param issuedAt when
 * @param expiresAt until when a download can be resumed
 * @param sent bytes from the beginning of the file that have left without a gap
 * @param completedAt when all of it had left; null before
 */
public record Ticket(
    long id,
    String deliveryNo,
    String issuedTo,
    Instant issuedAt,
    Instant expiresAt,
    long sent,
    @Nullable Instant completedAt) {}
