package tw.gov.mocs.hub.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.ErrorCode;

/**
 * The content of a call as it is stored; the order of the components is that of the canonical form.
 */
record CallRow(
    long agencyId,
    String agencyCode,
    String certSerial,
    String certThumbprint,
    @Nullable String cardNo,
    String callerAddress,
    @Nullable String revocation,
    @Nullable String serviceCode,
    @Nullable String requestId,
    @Nullable String applicationNo,
    @Nullable Integer grantVersion,
    @Nullable String purpose,
    @Nullable String criteria,
    @Nullable String criteriaLong,
    Instant receivedAt,
    Instant decidedAt,
    Instant answeredAt,
    String outcomeCode,
    @Nullable String detail,
    int rowCount,
    long byteCount,
    byte @Nullable [] answerDigest,
    int personCount,
    byte[] personDigest,
    byte[] requestDigest,
    byte @Nullable [] evidenceDigest) {

  private static final int SHORT_CRITERIA = 1000;

  static CallRow of(CallRecord call, PersonSet persons, byte @Nullable [] evidenceDigest) {
    CallRecord.Who who = call.who();
    CallRecord.What what = call.what();
    CallRecord.Outcome outcome = call.outcome();
    String criteria = StoredText.of(what.criteria(), Integer.MAX_VALUE);
    boolean isLong = criteria != null && criteria.length() > SHORT_CRITERIA;
    return new CallRow(
        who.agencyId(),
        StoredText.required(who.agencyCode(), 40),
        StoredText.required(who.certificateSerial(), 64),
        StoredText.required(who.certificateThumbprint(), 64),
        StoredText.of(who.cardNumber(), 64),
        StoredText.required(who.address(), 45),
        StoredText.of(who.revocation(), 400),
        StoredText.of(what.service(), 64),
        StoredText.of(what.requestId(), 64),
        StoredText.of(what.applicationNo(), 20),
        what.grantVersion(),
        StoredText.of(what.purpose(), 200),
        isLong ? null : criteria,
        isLong ? criteria : null,
        call.received().truncatedTo(ChronoUnit.MICROS),
        call.decided().truncatedTo(ChronoUnit.MICROS),
        call.answered().truncatedTo(ChronoUnit.MICROS),
        StoredText.required(outcome.code(), 40),
        StoredText.of(outcome.detail(), 1000),
        outcome.rows(),
        outcome.bytes(),
        outcome.answerDigest(),
        persons.count(),
        persons.digest(),
        call.requestDigest(),
        evidenceDigest);
  }

  /** The same call, refused because of a claim: nothing left the hub. */
  CallRow refused(ErrorCode code, String why) {
    return new CallRow(
        agencyId,
        agencyCode,
        certSerial,
        certThumbprint,
        cardNo,
        callerAddress,
        revocation,
        serviceCode,
        requestId,
        applicationNo,
        grantVersion,
        purpose,
        criteria,
        criteriaLong,
        receivedAt,
        decidedAt,
        answeredAt,
        code.code(),
        StoredText.of(why, 1000),
        0,
        0,
        null,
        0,
        PersonSet.EMPTY.digest(),
        requestDigest,
        evidenceDigest);
  }

  byte[] canonical(String node, long seq, String recordId, Instant recordedAt) {
    return ChainRow.begin(ChainRow.CALL, node, seq, recordId, recordedAt)
        .number(agencyId)
        .text(agencyCode)
        .text(certSerial)
        .text(certThumbprint)
        .text(cardNo)
        .text(callerAddress)
        .text(revocation)
        .text(serviceCode)
        .text(requestId)
        .text(applicationNo)
        .number(grantVersion == null ? null : Long.valueOf(grantVersion))
        .text(purpose)
        .text(criteria)
        .text(criteriaLong)
        .moment(receivedAt)
        .moment(decidedAt)
        .moment(answeredAt)
        .text(outcomeCode)
        .text(detail)
        .number((long) rowCount)
        .number(byteCount)
        .bytes(answerDigest)
        .number((long) personCount)
        .bytes(personDigest)
        .bytes(requestDigest)
        .bytes(evidenceDigest)
        .toBytes();
  }
}
