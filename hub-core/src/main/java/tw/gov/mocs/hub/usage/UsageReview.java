package tw.gov.mocs.hub.usage;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.Extract;
import tw.gov.mocs.hub.application.Grant;
import tw.gov.mocs.hub.application.Grants;
import tw.gov.mocs.hub.application.Quota;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.audit.UsageDay;
import tw.gov.mocs.hub.audit.UsageDays;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * What auditors look at without knowing what to look for: how much each application was used, and
 * on which days unusually. It names no person; each look is an act in the log.
 */
@Component
public class UsageReview {

  /** So many days can be looked at together. */
  public static final int MAX_DAYS = 31;

  private final UsageDays days;
  private final Grants grants;
  private final Agencies agencies;
  private final AuditLog log;
  private final TransactionTemplate transactions;
  private final UsageRules rules;

  UsageReview(
      UsageDays days,
      Grants grants,
      Agencies agencies,
      AuditLog log,
      TransactionTemplate transactions,
      UsageSettings settings) {
    this.days = days;
    this.grants = grants;
    this.agencies = agencies;
    this.log = log;
    this.transactions = transactions;
    this.rules = new UsageRules(settings, days::busiestMinute);
  }

  /**
   * The use of all applications.
   *
   * @param first in Taipei
   * @param last included, at most {@link #MAX_DAYS} with the first
   * @throws HubException VALUE_INVALID for a time that is none or too long
   */
  public Usage look(LocalDate first, LocalDate last, Actor auditor) {
    long length = ChronoUnit.DAYS.between(first, last) + 1;
    if (length < 1 || length > MAX_DAYS) {
      throw new HubException(
          ErrorCode.VALUE_INVALID, length + " days of use", "日期區間", "最多 " + MAX_DAYS + " 天");
    }
    String what = "from: " + first + ", to: " + last;
    Act act = new Act(AuditAction.LOG_SEARCHED, auditor, "usage", null, null, what, null);
    transactions.executeWithoutResult(status -> log.act(act));
    List<UsageDay> used = days.of(first, last);
    return new Usage(volumes(used), findings(used));
  }

  private List<Volume> volumes(List<UsageDay> used) {
    Map<String, List<UsageDay>> byNumber =
        used.stream()
            .collect(
                Collectors.groupingBy(UsageDay::applicationNo, TreeMap::new, Collectors.toList()));
    List<Volume> volumes = new ArrayList<>();
    byNumber.forEach(
        (number, its) -> grant(number).ifPresent(grant -> volumes.add(volume(grant, its))));
    return volumes;
  }

  private static Volume volume(Grant grant, List<UsageDay> its) {
    return new Volume(
        grant.agencyCode(),
        grant.applicationNo().value(),
        grant.extract() != null,
        granted(grant),
        sum(its, UsageDay::served),
        sum(its, UsageDay::refused),
        sum(its, UsageDay::failed),
        sum(its, UsageDay::rows),
        sum(its, UsageDay::persons),
        its.stream().mapToLong(UsageDay::served).max().orElse(0),
        its.stream().mapToLong(UsageDay::rows).max().orElse(0));
  }

  private static long sum(List<UsageDay> its, ToLongFunction<UsageDay> part) {
    return its.stream().mapToLong(part).sum();
  }

  private List<Finding> findings(List<UsageDay> used) {
    return used.stream()
        .flatMap(day -> findings(day).stream())
        .sorted(
            comparing(Finding::day, Comparator.reverseOrder())
                .thenComparing(Finding::applicationNo)
                .thenComparing(Finding::pattern))
        .toList();
  }

  private List<Finding> findings(UsageDay day) {
    AgencyCode agency = agencies.get(day.agencyId()).code();
    Grant grant = grant(day.applicationNo()).orElse(null);
    return rules.findings(day, agency, grant == null ? null : allowed(grant));
  }

  private static UsageRules.Allowed allowed(Grant grant) {
    Quota granted = granted(grant);
    return new UsageRules.Allowed(grant.extract() == null ? granted.calls() : null, granted.rows());
  }

  /** Of a file, what was estimated: its daily quota says nothing. */
  private static Quota granted(Grant grant) {
    Extract extract = grant.extract();
    Long rows = extract == null ? null : extract.estimatedRows();
    return rows == null ? grant.quota() : new Quota(grant.quota().calls(), Math.max(1, rows));
  }

  private Optional<Grant> grant(String number) {
    return number.isEmpty() ? Optional.empty() : grants.find(new ApplicationNumber(number));
  }
}
