package tw.gov.mocs.hub.agency;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.database.ChangeTopic;
import tw.gov.mocs.hub.database.Changes;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;

/**
 * What becomes of a registered certificate. Each act takes the version that somebody looked at
 * (CHANGED_MEANWHILE) and the reason (VALUE_INVALID if blank), refuses a state that does not allow
 * it (STATE_CONFLICT), and is in force on this node when the method returns, on the others within a
 * second or so.
 */
@Component
public class CertificateControl {

  private final AgencyMapper mapper;
  private final Agencies agencies;
  private final KeptCertificates kept;
  private final AuditLog log;
  private final Changes changes;
  private final TransactionTemplate transactions;
  private final Clock clock;

  CertificateControl(
      AgencyMapper mapper,
      Agencies agencies,
      KeptCertificates kept,
      AuditLog log,
      Changes changes,
      TransactionTemplate transactions,
      Clock clock) {
    this.mapper = mapper;
    this.agencies = agencies;
    this.kept = kept;
    this.log = log;
    this.changes = changes;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** 暫停: it does not count until it is resumed. */
  public void suspend(String thumbprint, long version, String reason, Actor actor) {
    change(
        thumbprint,
        version,
        reason,
        one -> {
          require(one, CertificateState.IN_USE);
          requireOne(mapper.suspendCertificate(thumbprint, version, clock.instant()));
          log(AuditAction.CERTIFICATE_SUSPENDED, one, thumbprint, "suspended", reason, actor);
        });
  }

  /** 恢復使用. */
  public void resume(String thumbprint, long version, String reason, Actor actor) {
    change(
        thumbprint,
        version,
        reason,
        one -> {
          require(one, CertificateState.SUSPENDED);
          requireOne(mapper.suspendCertificate(thumbprint, version, null));
          log(AuditAction.CERTIFICATE_RESUMED, one, thumbprint, "in use", reason, actor);
        });
  }

  /** 終止使用, for good: it is never registered again. */
  public void end(String thumbprint, long version, String reason, Actor actor) {
    change(
        thumbprint,
        version,
        reason,
        one -> {
          if (one.state() != CertificateState.IN_USE) {
            require(one, CertificateState.SUSPENDED);
          }
          agencies.withdrawCertificate(thumbprint, reason, actor);
        });
  }

  /**
   * 並用期限: sets the last day on which it counts beside its successor.
   *
   * @param lastDay from today to the day on which it ends by itself; null takes the limit away
   */
  public void limit(
      String thumbprint, long version, @Nullable LocalDate lastDay, String reason, Actor actor) {
    change(
        thumbprint,
        version,
        reason,
        one -> {
          require(one, CertificateState.IN_USE);
          LocalDate today = RocDate.dayOf(clock.instant());
          LocalDate own = RocDate.dayOf(one.certificate().getNotAfter().toInstant());
          if (lastDay != null && (lastDay.isBefore(today) || lastDay.isAfter(own))) {
            throw new HubException(
                ErrorCode.VALUE_INVALID, lastDay + " is no last day", "日期", lastDay.toString());
          }
          Instant until = lastDay == null ? null : end(lastDay);
          requireOne(mapper.limitCertificate(thumbprint, version, until));
          String before = one.countsUntil() == null ? own.toString() : lastDay(one.countsUntil());
          String after = lastDay == null ? own.toString() : lastDay.toString();
          log(
              AuditAction.CERTIFICATE_LIMITED,
              one,
              thumbprint + " " + before,
              after,
              reason,
              actor);
        });
  }

  private static Instant end(LocalDate lastDay) {
    return lastDay.plusDays(1).atStartOfDay(RocDate.TAIPEI).toInstant();
  }

  private static String lastDay(Instant end) {
    return RocDate.dayOf(end.minusMillis(1)).toString();
  }

  /** What is done with a certificate. */
  private interface Work {
    void on(KeptCertificate one);
  }

  private void change(String thumbprint, long version, String reason, Work work) {
    AgencyRegister.requireReason(reason);
    inTransaction(
        () -> {
          KeptCertificate one = kept.get(thumbprint);
          if (one.version() != version) {
            throw changedMeanwhile(thumbprint);
          }
          work.on(one);
          changes.mark(ChangeTopic.AGENCY);
          return thumbprint;
        });
  }

  private static void require(KeptCertificate one, CertificateState state) {
    if (one.state() != state) {
      throw new HubException(
          ErrorCode.STATE_CONFLICT, one.thumbprint() + " is " + one.state(), one.state().name());
    }
  }

  private static void requireOne(int changed) {
    if (changed == 0) {
      throw changedMeanwhile("certificate");
    }
  }

  private static HubException changedMeanwhile(String what) {
    return new HubException(ErrorCode.CHANGED_MEANWHILE, what + " has changed");
  }

  private void log(
      AuditAction action,
      KeptCertificate one,
      String before,
      String after,
      String reason,
      Actor actor) {
    log.act(
        new Act(
            action,
            actor,
            "agency " + one.agency().code(),
            one.agency().id(),
            before,
            after,
            reason));
  }

  private <T> T inTransaction(Supplier<T> work) {
    return requireNonNull(transactions.execute(status -> work.get()), "result");
  }
}
