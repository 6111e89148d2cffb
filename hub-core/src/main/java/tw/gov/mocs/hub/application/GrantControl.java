package tw.gov.mocs.hub.application;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.application.GrantMapper.GrantRow;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.audit.GivenReason;
import tw.gov.mocs.hub.database.ChangeTopic;
import tw.gov.mocs.hub.database.Changes;
import tw.gov.mocs.hub.notice.NoticeKind;
import tw.gov.mocs.hub.setting.RuntimeSettings;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.Page;
import tw.gov.mocs.hub.shared.RocDate;

/**
 * 授權管理: what becomes of a grant after it was made. A change is in force on this node when the
 * method returns, on the others within a second or so. All take the version that the caller looked
 * at (CHANGED_MEANWHILE) and the reason (VALUE_INVALID if blank), and refuse a state that does not
 * allow it (STATE_CONFLICT).
 */
@Component
public class GrantControl {

  /** Characters of a reason. */
  public static final int LONGEST_REASON = 1_000;

  private final GrantMapper mapper;
  private final GrantNotices notices;
  private final RuntimeSettings settings;
  private final Agencies agencies;
  private final AuditLog log;
  private final Changes changes;
  private final TransactionTemplate transactions;
  private final Clock clock;

  GrantControl(
      GrantMapper mapper,
      GrantNotices notices,
      RuntimeSettings settings,
      Agencies agencies,
      AuditLog log,
      Changes changes,
      TransactionTemplate transactions,
      Clock clock) {
    this.mapper = mapper;
    this.notices = notices;
    this.settings = settings;
    this.agencies = agencies;
    this.log = log;
    this.changes = changes;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The grants that the search names, for the ministry. */
  public Page<GrantLine> search(GrantSearch search) {
    GrantMapper.Filter filter = GrantMapper.Filter.of(search, today());
    return new Page<>(mapper.search(filter), search.page(), search.size(), mapper.count(filter));
  }

  /** The grant of an application as it is stored now; NOT_FOUND if it has none. */
  public GrantLine line(ApplicationNumber number) {
    return search(
            new GrantSearch(
                Set.of(), null, number.value(), null, null, GrantSearch.Sort.NUMBER, false, 1, 1))
        .items()
        .stream()
        .findFirst()
        .orElseThrow(
            () -> new HubException(ErrorCode.NOT_FOUND, "no grant of " + number, number.value()));
  }

  /**
   * 年度複核: somebody found that it is still needed. It is an approval, as {@link #extend} is.
   *
   * @param note what that rests on
   */
  public void certify(ApplicationNumber number, int version, String note, Actor actor) {
    requireReason(note);
    transactions.executeWithoutResult(
        status -> {
          GrantRow grant = get(number, version);
          requireStatus(grant, Set.of(GrantStatus.ACTIVE, GrantStatus.SUSPENDED));
          requireSeparate(grant, actor);
          String before = line(number).certifiedOn().toString();
          changes.mark(ChangeTopic.GRANT);
          if (mapper.certify(grant.id(), version, today(), actor.name()) == 0) {
            throw changedMeanwhile(grant.applicationNo());
          }
          log(AuditAction.GRANT_CERTIFIED, grant, before, today().toString(), note, actor);
        });
  }

  /** The latest day to which a grant that ends then can be extended. */
  public LocalDate latestExtension(LocalDate periodTo) {
    return periodTo.plusDays(settings.current(ApplicationSettings.class).extensionDays());
  }

  /** 暫停. */
  public void suspend(ApplicationNumber number, int version, String reason, Actor actor) {
    requireReason(reason);
    change(number, version, Set.of(GrantStatus.ACTIVE), GrantStatus.SUSPENDED, reason, actor);
  }

  /** 恢復使用. */
  public void resume(ApplicationNumber number, int version, String reason, Actor actor) {
    requireReason(reason);
    change(number, version, Set.of(GrantStatus.SUSPENDED), GrantStatus.ACTIVE, reason, actor);
  }

  /** 廢止, for good. */
  public void revoke(ApplicationNumber number, int version, String reason, Actor actor) {
    requireReason(reason);
    change(
        number,
        version,
        Set.of(GrantStatus.ACTIVE, GrantStatus.SUSPENDED),
        GrantStatus.REVOKED,
        reason,
        actor);
  }

  /**
   * 展延: sets a later last day within {@link #latestExtension}, for a grant that has not yet
   * expired. It is an approval, so that nobody extends for an agency whose certificates he
   * confirmed (DUTIES_NOT_SEPARATE).
   */
  public void extend(
      ApplicationNumber number, int version, LocalDate to, String reason, Actor actor) {
    requireReason(reason);
    transactions.executeWithoutResult(
        status -> {
          GrantRow grant = get(number, version);
          requireStatus(grant, Set.of(GrantStatus.ACTIVE, GrantStatus.SUSPENDED));
          if (!to.isAfter(grant.periodTo()) || to.isAfter(latestExtension(grant.periodTo()))) {
            throw new HubException(
                ErrorCode.VALUE_INVALID, to + " is no extension", "服務使用起迄", to.toString());
          }
          requireSeparate(grant, actor);
          update(grant, grant.status(), to);
          notices.tell(NoticeKind.GRANT_EXTENDED, grant.applicationNo());
          log(
              AuditAction.GRANT_EXTENDED,
              grant,
              grant.periodTo().toString(),
              to.toString(),
              reason,
              actor);
        });
  }

  /** Makes the grant of an application, in the transaction of its approval. */
  void make(Application approved, long reviewId, Actor actor) {
    GrantTerms terms = approved.grantedTerms();
    GrantRow grant =
        new GrantRow(
            0,
            reviewId,
            approved.number().orElseThrow().value(),
            approved.agencyId(),
            approved.agencyCode().value(),
            GrantStatus.ACTIVE,
            1,
            terms.period().from(),
            terms.period().to(),
            terms.quota().calls(),
            terms.quota().rows());
    changes.mark(ChangeTopic.GRANT);
    mapper.insert(grant, approved.id(), today(), new NewKey());
    mapper.list(grant.applicationNo(), grant.status(), grant.periodTo());
    log(AuditAction.GRANT_MADE, grant, null, GrantStatus.ACTIVE.name(), null, actor);
  }

  /** Marks a grant that is past its period on this day; false if it is none (any more). */
  boolean expire(ApplicationNumber number, LocalDate day) {
    Boolean done =
        transactions.execute(
            status -> {
              // Taken first, it makes the nodes that expire at once wait for each other.
              changes.mark(ChangeTopic.GRANT);
              GrantRow grant = get(number);
              boolean over = grant.periodTo().isBefore(day);
              if (!over || isFinal(grant.status())) {
                status.setRollbackOnly();
                return false;
              }
              update(grant, GrantStatus.EXPIRED, grant.periodTo());
              String before = grant.status().name();
              String after = GrantStatus.EXPIRED.name();
              log(AuditAction.GRANT_EXPIRED, grant, before, after, null, Actor.HUB);
              return true;
            });
    return requireNonNull(done, "done");
  }

  private void change(
      ApplicationNumber number,
      int version,
      Set<GrantStatus> from,
      GrantStatus to,
      String reason,
      Actor actor) {
    transactions.executeWithoutResult(
        status -> {
          GrantRow grant = get(number, version);
          requireStatus(grant, from);
          update(grant, to, grant.periodTo());
          notices.tell(notice(to), grant.applicationNo());
          log(action(to), grant, grant.status().name(), to.name(), reason, actor);
        });
  }

  private void update(GrantRow grant, GrantStatus status, LocalDate periodTo) {
    // Before the row is changed: the row takes over the counter's value.
    changes.mark(ChangeTopic.GRANT);
    if (mapper.update(grant.id(), grant.versionNo(), status, periodTo) == 0) {
      throw changedMeanwhile(grant.applicationNo());
    }
    mapper.list(grant.applicationNo(), status, periodTo);
  }

  private GrantRow get(ApplicationNumber number) {
    return mapper
        .find(number.value())
        .orElseThrow(
            () -> new HubException(ErrorCode.NOT_FOUND, "no grant of " + number, number.value()));
  }

  private GrantRow get(ApplicationNumber number, int version) {
    GrantRow grant = get(number);
    if (grant.versionNo() != version) {
      throw changedMeanwhile(grant.applicationNo());
    }
    return grant;
  }

  private void requireStatus(GrantRow grant, Set<GrantStatus> allowed) {
    boolean over = grant.periodTo().isBefore(today()) && !isFinal(grant.status());
    GrantStatus now = over ? GrantStatus.EXPIRED : grant.status();
    if (!allowed.contains(now)) {
      throw new HubException(
          ErrorCode.STATE_CONFLICT,
          "the grant of " + grant.applicationNo() + " is " + now,
          now.name());
    }
  }

  private static boolean isFinal(GrantStatus status) {
    return status == GrantStatus.REVOKED || status == GrantStatus.EXPIRED;
  }

  private static void requireReason(String reason) {
    GivenReason.require(reason, LONGEST_REASON);
  }

  private static HubException changedMeanwhile(String number) {
    return new HubException(ErrorCode.CHANGED_MEANWHILE, "the grant of " + number + " has changed");
  }

  /** DUTIES_NOT_SEPARATE for who confirmed certificates of the agency. */
  public void requireMayApprove(ApplicationNumber number, Actor actor) {
    requireSeparate(get(number), actor);
  }

  private void requireSeparate(GrantRow grant, Actor actor) {
    if (agencies.hasConfirmedCertificates(grant.agencyId(), actor)) {
      throw new HubException(
          ErrorCode.DUTIES_NOT_SEPARATE,
          actor.name() + " confirmed its certificates",
          "確認憑證",
          "展延授權");
    }
  }

  private static NoticeKind notice(GrantStatus to) {
    return switch (to) {
      case ACTIVE -> NoticeKind.GRANT_RESUMED;
      case SUSPENDED -> NoticeKind.GRANT_SUSPENDED;
      case REVOKED -> NoticeKind.GRANT_REVOKED;
      case EXPIRED -> throw new IllegalArgumentException("nobody makes a grant expire");
    };
  }

  private static AuditAction action(GrantStatus to) {
    return switch (to) {
      case ACTIVE -> AuditAction.GRANT_RESUMED;
      case SUSPENDED -> AuditAction.GRANT_SUSPENDED;
      case REVOKED -> AuditAction.GRANT_REVOKED;
      case EXPIRED -> AuditAction.GRANT_EXPIRED;
    };
  }

  private void log(
      AuditAction action,
      GrantRow grant,
      @Nullable String before,
      @Nullable String after,
      @Nullable String reason,
      Actor actor) {
    log.act(new Act(action, actor, grant.applicationNo(), grant.agencyId(), before, after, reason));
  }

  private LocalDate today() {
    return RocDate.dayOf(clock.instant());
  }
}
