package tw.gov.mocs.hub.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was fixed when an application was submitted.
 *
 * @param number 申請案號
 * @param at when; for the first time in the ROC year of the number, by Taipei time
 * @param by the name of the actor
 * @param thumbprint of the certificate that the applicant used, SHA-256, 64 hexadecimal digits
 * @param cardNumber 憑證卡號, where the certificate is on a card
 */
public record Submission(
    ApplicationNumber number,
    Instant at,
    String by,
    String thumbprint,
    @Nullable String cardNumber) {}
