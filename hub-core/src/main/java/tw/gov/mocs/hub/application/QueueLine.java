package tw.gov.mocs.hub.application;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An application in a reviewer's queue, with what the checklist looks at.
 *
 * @param id key in the database
 * @param applicationNo 申請案號
 * @param agencyCode 機關代碼
 * @param agencyName its name
 * @param agencyNameEn its English name, if it has one
 * @param deliveryMethod 資料提供方式
 * @param status where it stands
 * @param submittedAt when it was last submitted
 * @param purpose 介接用途
 * @param legalBasis 法規依據
 * @param specificPurpose 特定目的
 * @param signerThumbprint SHA-256 of the certificate that signed it
 * @param signatureLevel how it was signed; null for one of before signatures were kept
 * @param withinGrace whether an outdated revocation answer was used then
 * @param letterOn 來文日期; null if no letter is recorded
 * @param dueOn until when a returned one should come back; null if it was never returned
 */
public record QueueLine(
    long id,
    String applicationNo,
    String agencyCode,
    String agencyName,
    @Nullable String agencyNameEn,
    DeliveryMethod deliveryMethod,
    ApplicationStatus status,
    Instant submittedAt,
    @Nullable String purpose,
    @Nullable String legalBasis,
    @Nullable String specificPurpose,
    String signerThumbprint,
    @Nullable SignatureLevel signatureLevel,
    @Nullable Boolean withinGrace,
    @Nullable LocalDate letterOn,
    @Nullable LocalDate dueOn) {}
