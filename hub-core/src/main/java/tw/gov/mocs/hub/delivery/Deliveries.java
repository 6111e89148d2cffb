package tw.gov.mocs.hub.delivery;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.EncryptionCertificates;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.Grant;
import tw.gov.mocs.hub.application.GrantStatus;
import tw.gov.mocs.hub.application.Grants;
import tw.gov.mocs.hub.application.Reviews;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.audit.CallLine;
import tw.gov.mocs.hub.audit.GivenReason;
import tw.gov.mocs.hub.audit.RecordIds;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;

/**
 * 檔案交換: starts and ends the making of one-time files. Nobody starts, cancels or re-issues one for
 * an agency for which he decided, or whose certificates he confirmed (DUTIES_NOT_SEPARATE).
 */
@Component
public class Deliveries {

  /** What stands in the place of the service in records of files. */
  public static final String OPERATION = CallLine.FILE;

  /** Characters of a reason. */
  public static final int LONGEST_REASON = 1_000;

  private final DeliveryMapper mapper;
  private final Grants grants;
  private final Reviews reviews;
  private final Agencies agencies;
  private final EncryptionCertificates certificates;
  private final DeliveryFolder folder;
  private final AuditLog log;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Deliveries(
      DeliveryMapper mapper,
      Grants grants,
      Reviews reviews,
      Agencies agencies,
      EncryptionCertificates certificates,
      DeliveryFolder folder,
      AuditLog log,
      TransactionTemplate transactions,
      Clock clock) {
    this.mapper = mapper;
    this.grants = grants;
    this.reviews = reviews;
    this.agencies = agencies;
    this.certificates = certificates;
    this.folder = folder;
    this.log = log;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** NOT_FOUND if there is none of this number. */
  public Delivery get(String deliveryNo) {
    return mapper
        .find(deliveryNo)
        .orElseThrow(
            () -> new HubException(ErrorCode.NOT_FOUND, "no delivery " + deliveryNo, deliveryNo));
  }

  /** The files of an application, the newest first. */
  public List<Delivery> of(ApplicationNumber number) {
    return mapper.of(number.value());
  }

  /** The newest file of each of these applications that has one, by the application's number. */
  public Map<String, Delivery> newest(List<String> applicationNos) {
    return applicationNos.isEmpty()
        ? Map.of()
        : mapper.newest(applicationNos).stream()
            .collect(toMap(Delivery::applicationNo, identity()));
  }

  /**
   * Starts one; a node makes it soon.
   *
   * @throws HubException NOT_FOUND without a grant of a file; GRANT_SUSPENDED, GRANT_REVOKED,
   *     GRANT_NOT_IN_PERIOD; DUTIES_NOT_SEPARATE; ENCRYPTION_CERTIFICATE_MISSING; ALREADY_EXISTS
   *     while another is under way or waits to be taken
   */
  public Delivery start(ApplicationNumber number, SealForm form, Actor actor) {
    Grant grant = requireUsable(number);
    requireSeparate(grant.agencyId(), actor, "產製檔案");
    certificates.require(grant.agencyId());
    Instant now = clock.instant();
    String deliveryNo = RecordIds.next(now);
    Delivery row = queued(deliveryNo, grant, form, actor, now);
    return requireNonNull(
        transactions.execute(
            status -> {
              try {
                mapper.insert(row, actor);
              } catch (DuplicateKeyException e) {
                throw new HubException(
                    ErrorCode.ALREADY_EXISTS, "a file of " + number + " is open", e, "檔案");
              }
              log(AuditAction.DELIVERY_STARTED, row, null, DeliveryStatus.QUEUED, null, actor);
              return row;
            }),
        "started");
  }

  /**
   * 取消: ends one that is under way or waits to be taken; its file is deleted.
   *
   * @throws HubException NOT_FOUND, DUTIES_NOT_SEPARATE, CHANGED_MEANWHILE, STATE_CONFLICT if it
   *     has ended, VALUE_INVALID without a reason
   */
  public void cancel(String deliveryNo, int version, String reason, Actor actor) {
    requireReason(reason);
    transactions.executeWithoutResult(
        status -> {
          Delivery delivery = get(deliveryNo);
          requireSeparate(delivery.agencyId(), actor, "取消檔案");
          if (!delivery.status().open()) {
            throw new HubException(
                ErrorCode.STATE_CONFLICT, deliveryNo + " is " + delivery.status(), "檔案");
          }
          if (delivery.version() != version) {
            throw new HubException(ErrorCode.CHANGED_MEANWHILE, deliveryNo);
          }
          end(delivery, DeliveryStatus.CANCELLED, AuditAction.DELIVERY_CANCELLED, reason, actor);
          mapper.insertDuty(delivery, actor, clock.instant());
        });
    folder.delete(deliveryNo);
    folder.discard(deliveryNo, get(deliveryNo).attempts());
  }

  /** Gives one that waits, or whose node has ended, to this node; empty if another was faster. */
  Optional<Delivery> claim(Delivery waiting, Instant until) {
    return requireNonNull(
        transactions.execute(
            status -> {
              if (mapper.claim(waiting.deliveryNo(), waiting.version(), until) == 0) {
                return Optional.<Delivery>empty();
              }
              if (waiting.status() == DeliveryStatus.RUNNING) {
                interrupted(waiting, DeliveryStatus.RUNNING);
              }
              return mapper.find(waiting.deliveryNo());
            }),
        "claimed");
  }

  /** Of a node that stops before the file was written: the next one need not wait for its claim. */
  void giveBack(Delivery running) {
    transactions.executeWithoutResult(
        status -> {
          Delivery present = get(running.deliveryNo());
          if (mapper.giveBack(running.deliveryNo(), running.version()) == 1) {
            interrupted(present, DeliveryStatus.QUEUED);
          }
        });
  }

  private void interrupted(Delivery delivery, DeliveryStatus after) {
    log(
        AuditAction.DELIVERY_INTERRUPTED,
        delivery,
        DeliveryStatus.RUNNING,
        after,
        "attempt %d, %d rows".formatted(delivery.attempts(), delivery.rowsWritten()),
        Actor.HUB);
  }

  /** Whether this person may start, cancel and re-issue files of the agency. */
  public boolean mayHandle(long agencyId, Actor actor) {
    return earlierAct(agencyId, actor) == null;
  }

  /** DUTIES_NOT_SEPARATE, with both acts, for one who decided or confirmed for the agency. */
  void requireSeparate(long agencyId, Actor actor, String act) {
    String earlier = earlierAct(agencyId, actor);
    if (earlier != null) {
      throw new HubException(
          ErrorCode.DUTIES_NOT_SEPARATE,
          actor.name() + " did something else for agency " + agencyId,
          earlier,
          act);
    }
  }

  /** What this person did for the agency that forbids handling its files; null for nothing. */
  private @Nullable String earlierAct(long agencyId, Actor actor) {
    if (reviews.hasDecidedFor(agencyId, actor)) {
      return "審核申請案";
    }
    return agencies.hasConfirmedCertificates(agencyId, actor) ? "確認憑證" : null;
  }

  /** Ends one and records it, in one transaction; CHANGED_MEANWHILE if it is another by now. */
  void end(
      Delivery delivery,
      DeliveryStatus after,
      AuditAction action,
      @Nullable String reason,
      Actor actor) {
    if (mapper.end(delivery.deliveryNo(), delivery.version(), after, null, clock.instant()) == 0) {
      throw new HubException(ErrorCode.CHANGED_MEANWHILE, delivery.deliveryNo());
    }
    log(action, delivery, delivery.status(), after, reason, actor);
  }

  /** Records an act on a delivery, in the transaction of its change. */
  void log(
      AuditAction action,
      Delivery delivery,
      @Nullable DeliveryStatus before,
      DeliveryStatus after,
      @Nullable String reason,
      Actor actor) {
    log.act(
        new Act(
            action,
            actor,
            delivery.applicationNo(),
            delivery.agencyId(),
            before == null ? null : before + " " + delivery.deliveryNo(),
            after + " " + delivery.deliveryNo(),
            reason));
  }

  /** The grant, if a file may be made by it now. */
  Grant requireUsable(ApplicationNumber number) {
    Grant grant =
        grants
            .find(number)
            .filter(found -> found.extract() != null)
            .orElseThrow(
                () ->
                    new HubException(
                        ErrorCode.NOT_FOUND, "no grant of a file " + number, number.value()));
    if (grant.status() == GrantStatus.SUSPENDED) {
      throw new HubException(ErrorCode.GRANT_SUSPENDED, "the grant is suspended");
    }
    if (grant.status() == GrantStatus.REVOKED) {
      throw new HubException(ErrorCode.GRANT_REVOKED, "the grant is revoked");
    }
    if (grant.status() == GrantStatus.EXPIRED
        || !grant.period().contains(RocDate.dayOf(clock.instant()))) {
      throw new HubException(
          ErrorCode.GRANT_NOT_IN_PERIOD,
          "today is outside " + grant.period(),
          new RocDate(grant.period().from()).toString(),
          new RocDate(grant.period().to()).toString());
    }
    return grant;
  }

  static void requireReason(String reason) {
    GivenReason.require(reason, LONGEST_REASON);
  }

  private static Delivery queued(
      String deliveryNo, Grant grant, SealForm form, Actor actor, Instant now) {
    return new Delivery(
        deliveryNo,
        1,
        grant.applicationNo().value(),
        grant.agencyId(),
        grant.version(),
        DeliveryStatus.QUEUED,
        form,
        actor.name(),
        now,
        0,
        0,
        requireNonNull(grant.extract(), "extract").estimatedRows(),
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
