package tw.gov.mocs.hub.audit;

import org.jspecify.annotations.Nullable;

/**
 * One call as the agency that made it sees it on a page of its own.
 *
 * @param line what the list shows of it
 * @param purpose 案號或事由 as sent
 * @param grantVersion the version of the grant that it was decided by
 * @param callerAddress whence it came
 * @param certificateThumbprint SHA-256 of the certificate that signed it
 * @param cardNumber 卡號, where that certificate has one
 */
public record OwnCall(
    CallLine line,
    @Nullable String purpose,
    @Nullable Integer grantVersion,
    String callerAddress,
    String certificateThumbprint,
    @Nullable String cardNumber) {}
