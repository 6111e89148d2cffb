package tw.gov.mocs.hub.exchange;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.audit.CallRecord;
import tw.gov.mocs.hub.audit.CallRecord.Outcome;
import tw.gov.mocs.hub.audit.CallRecord.What;
import tw.gov.mocs.hub.audit.CallRecord.Who;
import tw.gov.mocs.hub.audit.Claims;
import tw.gov.mocs.hub.audit.Claims.QuotaClaim;
import tw.gov.mocs.hub.audit.PersonHash;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.IdentityForms;
import tw.gov.mocs.hub.trust.RevocationEvidence;
import tw.gov.mocs.hub.trust.TrustDecision;

/**
 * The record of a call while the call goes on: filled as its facts become known, then closed once.
 */
final class CallDraft {

  private static final int MAX_REQUEST_ID = 64;
  private static final int MAX_OPERATION = 30;
  private static final int MAX_PURPOSE = 200;

  private final String recordId;
  private final Caller caller;
  private final @Nullable String operation;
  private final @Nullable String requestId;
  private @Nullable String applicationNo;
  private @Nullable Integer grantVersion;
  private @Nullable String purpose;
  private @Nullable String criteria;
  private @Nullable Instant decided;
  private boolean keepsRequest;

  CallDraft(
      String recordId, Caller caller, @Nullable String operation, @Nullable String requestId) {
    this.recordId = recordId;
    this.caller = caller;
    this.operation = cut(operation, MAX_OPERATION);
    this.requestId =
        requestId == null || IdentityForms.asWordIn(requestId)
            ? null
            : cut(requestId, MAX_REQUEST_ID);
  }

  String recordId() {
    return recordId;
  }

  /** As the caller wrote it; only what has the form of a number is kept. */
  void application(@Nullable String number) {
    applicationNo = number != null && ApplicationNumber.matches(number) ? number : null;
  }

  /** As the caller wrote it; what holds an identity number or is too long is not kept. */
  void purpose(String text) {
    boolean kept = text.codePointCount(0, text.length()) <= MAX_PURPOSE && !IdentityForms.in(text);
    purpose = kept ? text : null;
  }

  /** The canonical criteria. */
  void criteria(String text) {
    criteria = text;
  }

  /** Which version of the caller's own grant decides. */
  void grantVersion(int version) {
    grantVersion = version;
  }

  /** Whether the service keeps whole requests. */
  void keepsRequest(boolean keeps) {
    keepsRequest = keeps;
  }

  /** Access was decided, either way. */
  void decided(Instant at) {
    decided = at;
  }

  /** The record of the call as refused. */
  CallRecord refused(HubException why, Instant answered) {
    return closed(new Outcome(why.code().code(), why.detail(), 0, 0, null), Set.of(), answered);
  }

  /** The record of the call as served. */
  CallRecord served(
      int rows, long bytes, byte @Nullable [] answerDigest, Set<PersonHash> persons, Instant at) {
    return closed(new Outcome("OK", null, rows, bytes, answerDigest), persons, at);
  }

  private CallRecord closed(Outcome outcome, Set<PersonHash> persons, Instant answered) {
    return new CallRecord(
        recordId,
        who(caller),
        new What(operation, requestId, applicationNo, grantVersion, purpose, criteria),
        caller.received(),
        decided == null ? answered : decided,
        answered,
        outcome,
        persons,
        caller.requestDigest(),
        keepsRequest ? caller.request() : null);
  }

  /** A refused call claims its signature only: the request id may be used again. */
  Claims refusedClaims() {
    return new Claims(caller.signedDigest(), caller.signedAt(), null, null);
  }

  /** A served call claims its request id too, and its quota. */
  Claims servedClaims(@Nullable QuotaClaim quota) {
    return new Claims(caller.signedDigest(), caller.signedAt(), requestId, quota);
  }

  private static Who who(Caller caller) {
    return new Who(
        caller.agency().id(),
        caller.agency().code().value(),
        caller.certificate().certificate().getSerialNumber().toString(16),
        caller.certificate().thumbprint(),
        caller.certificate().cardNumber(),
        caller.address().getHostAddress(),
        revocation(caller.trust()));
  }

  private static String revocation(TrustDecision trust) {
    if (trust instanceof TrustDecision.Untrusted untrusted) {
      return untrusted.code().name();
    }
    RevocationEvidence evidence = ((TrustDecision.Trusted) trust).revocation();
    StringBuilder text = new StringBuilder(evidence.state().name());
    if (!evidence.source().isEmpty()) {
      text.append(' ').append(evidence.source());
    }
    if (evidence.producedAt() != null) {
      text.append(' ').append(evidence.producedAt());
    }
    return text.append(evidence.withinGrace() ? " (within grace)" : "").toString();
  }

  private static @Nullable String cut(@Nullable String text, int length) {
    return text == null || text.length() <= length ? text : text.substring(0, length);
  }
}
