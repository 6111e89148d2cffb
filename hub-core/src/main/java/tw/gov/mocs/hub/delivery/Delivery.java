package tw.gov.mocs.hub.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.ErrorCode;

/**
 * 檔案交換: one one-time file.
 *
 * @param deliveryNo random, 26 letters and digits; it names the file too
 * @param version of the row, for changing it
 * @param applicationNo 申請案號
 * @param agencyId whose file it is
 * @param grantVersion by which version of the grant it was started
 * @param status how far it is
 * @param sealForm how it is encrypted
 * @param startedBy by whom
 * @param queuedAt when
 * @param attempts how often a node began it
 * @param rowsWritten so far
 * @param rowsExpected as the reviewer saw it; null if the source did not say in time
 * @param endedAt when it was made, failed or was cancelled; null before
 * @param failure why it failed; null unless it did
 * @param asOf when the source was read; null before it was made
 * @param thumbprint of the certificate that it is encrypted to; null before it was made
 * @param bytes of the sealed file; null before it was made
 * @param sha256 of the sealed file, hexadecimal; null before it was made
 * @param expiresAt until when it can be taken; null before it was made
 */
public record Delivery(
    String deliveryNo,
    int version,
    String applicationNo,
    long agencyId,
    int grantVersion,
    DeliveryStatus status,
    SealForm sealForm,
    String startedBy,
    Instant queuedAt,
    int attempts,
    long rowsWritten,
    @Nullable Long rowsExpected,
    @Nullable Instant endedAt,
    @Nullable ErrorCode failure,
    @Nullable Instant asOf,
    @Nullable String thumbprint,
    @Nullable Long bytes,
    @Nullable String sha256,
    @Nullable Instant expiresAt) {}
