package tw.gov.mocs.hub.application;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.ApplicationUse;
import tw.gov.mocs.hub.audit.CallRecords;
import tw.gov.mocs.hub.shared.RocDate;

/** What an agency has used of its grants, and what is left of them. */
@Component
public class GrantUsage {

  private final Grants grants;
  private final CallRecords calls;
  private final Clock clock;

  GrantUsage(Grants grants, CallRecords calls, Clock clock) {
    this.grants = grants;
    this.calls = calls;
    this.clock = clock;
  }

  /** The grants of an agency, in whatever state, in the order of their numbers. */
  public List<GrantUse> of(long agencyId) {
    LocalDate today = RocDate.dayOf(clock.instant());
    return grants.of(agencyId).stream().map(grant -> use(grant, today)).toList();
  }

  private GrantUse use(Grant grant, LocalDate today) {
    ApplicationUse used = calls.useOf(grant.applicationNo().value());
    LocalDate end = grant.period().to();
    boolean over = grant.status() != GrantStatus.REVOKED && today.isAfter(end);
    return new GrantUse(
        grant,
        over ? GrantStatus.EXPIRED : grant.status(),
        used,
        Math.max(0, grant.quota().calls() - used.today().calls()),
        Math.max(0, grant.quota().rows() - used.today().rows()),
        Math.max(0, ChronoUnit.DAYS.between(today, end) + 1));
  }
}
