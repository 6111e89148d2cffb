package tw.gov.mocs.hub.exchange;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.Grant;
import tw.gov.mocs.hub.application.GrantStatus;
import tw.gov.mocs.hub.audit.QuotaUse;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.exchange.HubStatusAnswer.ApplicationStatus;
import tw.gov.mocs.hub.shared.RocDate;

/** Puts together what an agency may know of itself. */
@Component
class StatusReader {

  private final Doors doors;
  private final Clock clock;

  StatusReader(Doors doors, Clock clock) {
    this.doors = doors;
    this.clock = clock;
  }

  HubStatusAnswer read(Caller caller, String requestId, String recordId) {
    Instant now = clock.instant();
    LocalDate day = RocDate.dayOf(now);
    Instant end = caller.certificate().certificate().getNotAfter().toInstant();
    List<ApplicationStatus> applications =
        doors.grantsOf(caller.agency().id()).stream()
            .sorted(Comparator.comparing(grant -> grant.applicationNo().value()))
            .map(grant -> status(grant, day, caller.address()))
            .toList();
    return new HubStatusAnswer(
        recordId,
        requestId,
        caller.agency().code().value(),
        caller.agency().name(),
        caller.certificate().certificate().getSerialNumber().toString(16),
        Duration.between(now, end).toDays(),
        now,
        caller.address().getHostAddress(),
        applications);
  }

  private ApplicationStatus status(Grant grant, LocalDate day, InetAddress from) {
    QuotaUse use = doors.quotaUse(grant.applicationNo(), day);
    boolean over = grant.status() != GrantStatus.REVOKED && day.isAfter(grant.period().to());
    return new ApplicationStatus(
        grant.applicationNo().value(),
        over ? GrantStatus.EXPIRED : grant.status(),
        grant.period().from(),
        grant.period().to(),
        Math.max(0, grant.quota().calls() - use.calls()),
        Math.max(0, grant.quota().rows() - use.rows()),
        GrantRules.allows(grant, from),
        grant.services().keySet().stream().map(ServiceCode::value).sorted().toList());
  }
}
