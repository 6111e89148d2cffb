package tw.gov.mocs.hub.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.Grant;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.audit.CallLine;
import tw.gov.mocs.hub.audit.CallRecord;
import tw.gov.mocs.hub.audit.CallRecord.Outcome;
import tw.gov.mocs.hub.audit.CallRecord.What;
import tw.gov.mocs.hub.audit.CallRecord.Who;
import tw.gov.mocs.hub.audit.Claims;
import tw.gov.mocs.hub.audit.PersonHash;
import tw.gov.mocs.hub.delivery.DeliveryMapper.Made;
import tw.gov.mocs.hub.shared.Digests;
import tw.gov.mocs.hub.trust.Certificates;

/**
 * Writes a file that was made into the log as an answer that its agency was given, so that whoever
 * looks for a person finds it: in records of {@link DeliveredPersons#GROUP} persons, the last of
 * which tells the rows, the size and the digest.
 */
@Component
class DeliveryLog {

  private static final String NOWHERE = "-";

  private final AuditLog log;
  private final Clock clock;

  DeliveryLog(AuditLog log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  /** Returns when all of it is committed. */
  void append(Delivery delivery, Grant grant, X509Certificate recipient, Path persons, Made made)
      throws IOException {
    Writing writing = new Writing(delivery, grant, recipient);
    Deque<Set<PersonHash>> last = new ArrayDeque<>(Set.of(Set.of()));
    DeliveredPersons.read(
        persons,
        group -> {
          Set<PersonHash> before = last.remove();
          if (!before.isEmpty()) {
            writing.append(before, null);
          }
          last.add(group);
        });
    writing.append(last.remove(), made);
  }

  /** The records of one file. */
  private final class Writing {

    private final Delivery delivery;
    private final Grant grant;
    private final Who who;
    private int number;

    Writing(Delivery delivery, Grant grant, X509Certificate recipient) {
      this.delivery = delivery;
      this.grant = grant;
      this.who =
          new Who(
              grant.agencyId(),
              grant.agencyCode().value(),
              recipient.getSerialNumber().toString(16),
              Certificates.thumbprint(recipient),
              null,
              NOWHERE,
              NOWHERE);
    }

    void append(Set<PersonHash> persons, @Nullable Made last) {
      Instant now = clock.instant();
      byte[] digest = digest();
      number++;
      log.append(
          new CallRecord(
              log.newRecordId(),
              who,
              new What(
                  Deliveries.OPERATION,
                  delivery.deliveryNo(),
                  delivery.applicationNo(),
                  grant.version(),
                  null,
                  null),
              delivery.queuedAt(),
              now,
              now,
              outcome(last),
              persons,
              digest,
              null),
          new Claims(digest, now, null, null));
    }

    private static Outcome outcome(@Nullable Made last) {
      return last == null
          ? new Outcome(CallLine.PART, null, 0, 0, null)
          : new Outcome(
              CallLine.SERVED,
              null,
              Math.toIntExact(last.rows()),
              last.bytes(),
              HexFormat.of().parseHex(last.sha256()));
    }

    /** One that no other record has. */
    private byte[] digest() {
      String text = delivery.deliveryNo() + " " + delivery.attempts() + " " + number;
      return Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
