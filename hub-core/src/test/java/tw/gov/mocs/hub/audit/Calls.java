package tw.gov.mocs.hub.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.Claims.QuotaClaim;
import tw.gov.mocs.hub.shared.Digests;

/** Calls as the exchange would record them. */
final class Calls {

  private Calls() {}

  static CallRecord served(AuditLog log, int persons) {
    return served(log.newRecordId(), "301000000A", persons, null);
  }

  static CallRecord served(String recordId, String agency, int persons, byte @Nullable [] request) {
    Instant now = Instant.now();
    return new CallRecord(
        recordId,
        new CallRecord.Who(
            1, agency, "0a1b2c", "ab".repeat(32), "CARD1", "192.0.2.7", "GOOD by CRL"),
        new CallRecord.What(
            "SQ_TA_001",
            recordId,
            "APSQ11500001",
            1,
            "案號 𠮷 1",
            "{\"idNo\":[\"test:" + "0".repeat(64) + "\"]}"),
        now,
        now,
        now,
        new CallRecord.Outcome("OK", null, persons, 4096, new byte[32]),
        persons(persons),
        sha256(recordId),
        request);
  }

  static CallRecord ofAgency(long agencyId, CallRecord call) {
    CallRecord.Who who = call.who();
    return new CallRecord(
        call.recordId(),
        new CallRecord.Who(
            agencyId,
            who.agencyCode(),
            who.certificateSerial(),
            who.certificateThumbprint(),
            who.cardNumber(),
            who.address(),
            who.revocation()),
        call.what(),
        call.received(),
        call.decided(),
        call.answered(),
        call.outcome(),
        call.persons(),
        call.requestDigest(),
        call.request());
  }

  /** With these criteria, as the exchange writes them. */
  static CallRecord asking(String criteria, CallRecord call) {
    CallRecord.What what = call.what();
    return new CallRecord(
        call.recordId(),
        call.who(),
        new CallRecord.What(
            what.service(),
            what.requestId(),
            what.applicationNo(),
            what.grantVersion(),
            what.purpose(),
            criteria),
        call.received(),
        call.decided(),
        call.answered(),
        call.outcome(),
        call.persons(),
        call.requestDigest(),
        call.request());
  }

  /** A record of a one-time file: more persons of it, or the last one of it. */
  static CallRecord ofFile(String deliveryNo, boolean last, CallRecord call) {
    CallRecord.What what = call.what();
    return new CallRecord(
        call.recordId(),
        call.who(),
        new CallRecord.What(
            CallLine.FILE, deliveryNo, what.applicationNo(), what.grantVersion(), null, null),
        call.received(),
        call.decided(),
        call.answered(),
        last ? call.outcome() : new CallRecord.Outcome(CallLine.PART, null, 0, 0, null),
        call.persons(),
        call.requestDigest(),
        null);
  }

  static Set<PersonHash> persons(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new PersonHash("test", sha256("person " + i)))
        .collect(Collectors.toSet());
  }

  /** Claims that nobody else has. */
  static Claims fresh() {
    return new Claims(sha256(UUID.randomUUID().toString()), now(), null, null);
  }

  static Claims digest(byte[] digest) {
    return new Claims(digest, now(), null, null);
  }

  static Claims request(String requestId) {
    return new Claims(fresh().signedDigest(), now(), requestId, null);
  }

  static Claims quota(String applicationNo, int rows, int callLimit, long rowLimit) {
    LocalDate day = LocalDate.of(2026, 11, 23);
    return new Claims(
        fresh().signedDigest(),
        now(),
        UUID.randomUUID().toString(),
        new QuotaClaim(applicationNo, day, rows, callLimit, rowLimit));
  }

  static byte[] sha256(String text) {
    return Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Instant now() {
    return Instant.now();
  }
}
