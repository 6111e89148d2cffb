package tw.gov.mocs.hub.catalogue;

import static java.util.Objects.requireNonNull;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_REQUIRES_NEW;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.audit.GivenReason;
import tw.gov.mocs.hub.database.ChangeTopic;
import tw.gov.mocs.hub.database.Changes;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;

/**
 * The service catalogue, kept in memory as one snapshot that is read anew after each change. An
 * empty database is given the {@link InitialCatalogue} first.
 */
@Component
public class Catalogue {

  private final CatalogueStore store;
  private final CatalogueMapper mapper;
  private final AuditLog log;
  private final Changes changes;
  private final Clock clock;
  private final TransactionTemplate transactions;
  private final TransactionTemplate reading;
  private final List<ServiceSwitchListener> switches;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile CatalogueSnapshot current;

  Catalogue(
      CatalogueStore store,
      CatalogueMapper mapper,
      AuditLog log,
      Changes changes,
      Clock clock,
      List<ServiceSwitchListener> switches,
      PlatformTransactionManager manager) {
    this.store = store;
    this.mapper = mapper;
    this.log = log;
    this.changes = changes;
    this.clock = clock;
    this.switches = List.copyOf(switches);
    this.transactions = new TransactionTemplate(manager);
    // A listener of a commit is still inside the ended transaction: it reads in one of its own.
    this.reading = new TransactionTemplate(manager);
    this.reading.setPropagationBehavior(PROPAGATION_REQUIRES_NEW);
    transactions.executeWithoutResult(status -> loadInitial());
    this.current = read();
    changes.listen(ChangeTopic.CATALOGUE, this::reload);
  }

  /** What is published now, on this node. */
  public CatalogueSnapshot current() {
    return current;
  }

  /** Calls the listener after each change of what {@link #current} returns; it must be quick. */
  public void listen(Runnable listener) {
    listeners.add(listener);
  }

  /**
   * Opens a closed service.
   *
   * @throws HubException NOT_FOUND, or STATE_CONFLICT if it is open
   */
  public void open(ServiceCode code, Actor actor) {
    change(code, ServiceStatus.CLOSED, ServiceStatus.OPEN, "", actor);
  }

  /**
   * Closes a service; it leaves the contract, and callers are answered with the notice.
   *
   * @param notice in Chinese, up to 400 characters; may be empty
   * @throws HubException NOT_FOUND, STATE_CONFLICT if it is closed, or VALUE_INVALID
   */
  public void close(ServiceCode code, String notice, Actor actor) {
    requireNotice(notice);
    change(code, ServiceStatus.OPEN, ServiceStatus.CLOSED, notice, actor);
  }

  /**
   * Announces that a service opens or closes, opens or closes it now, or takes an announcement
   * back.
   *
   * @param seen the state that somebody looked at, as its text
   * @param next the state that it shall have now
   * @throws HubException NOT_FOUND, CHANGED_MEANWHILE, or VALUE_INVALID for a day that is not to
   *     come
   */
  public void arrange(
      ServiceCode code, String seen, ServiceState next, String reason, Actor actor) {
    requireNotice(next.notice());
    PlannedSwitch planned = next.planned();
    if (planned != null) {
      requireNotice(planned.notice());
      if (!planned.day().isAfter(RocDate.dayOf(clock.instant()))) {
        throw PublishingRules.invalid("日期", "須晚於今日");
      }
    }
    GivenReason.require(reason, CatalogueRegister.LONGEST_REASON);
    transactions.executeWithoutResult(
        transaction -> {
          // Locks the topic's counter: editors come one after the other, on all nodes.
          changes.mark(ChangeTopic.CATALOGUE);
          ExchangeService now =
              store
                  .read()
                  .find(code)
                  .orElseThrow(
                      () ->
                          new HubException(
                              ErrorCode.NOT_FOUND, "no service " + code, code.value()));
          ServiceState before = ServiceState.of(now);
          if (!before.toString().equals(seen)) {
            throw new HubException(ErrorCode.CHANGED_MEANWHILE, code + " has changed");
          }
          mapper.updateStatus(code.value(), now.status(), next.status(), next.notice());
          if (planned != null) {
            mapper.updatePlan(code.value(), planned.day(), planned.notice());
          }
          switches.forEach(listener -> listener.switched(code, before, next));
          log.act(
              new Act(
                  action(before, next),
                  actor,
                  code.value(),
                  null,
                  before.toString(),
                  next.toString(),
                  reason));
        });
  }

  private static AuditAction action(ServiceState before, ServiceState next) {
    if (before.status() == next.status()) {
      return AuditAction.SERVICE_PLANNED;
    }
    return next.status() == ServiceStatus.OPEN
        ? AuditAction.SERVICE_OPENED
        : AuditAction.SERVICE_CLOSED;
  }

  private static void requireNotice(String notice) {
    if (notice.length() > 400) {
      throw PublishingRules.invalid("公告內容", "超過 400 字");
    }
    GivenReason.requireNoNumber("公告內容", notice);
  }

  private void change(
      ServiceCode code, ServiceStatus from, ServiceStatus to, String notice, Actor actor) {
    transactions.executeWithoutResult(
        status -> {
          if (mapper.updateStatus(code.value(), from, to, notice) == 0) {
            throw mapper.findServiceId(code.value()).isEmpty()
                ? new HubException(ErrorCode.NOT_FOUND, "no service " + code, code.value())
                : new HubException(ErrorCode.STATE_CONFLICT, code + " is " + to, code.value());
          }
          ServiceState before = new ServiceState(from, "", null);
          ServiceState next = new ServiceState(to, notice, null);
          switches.forEach(listener -> listener.switched(code, before, next));
          log.act(
              new Act(
                  action(before, next),
                  actor,
                  code.value(),
                  null,
                  from.name(),
                  to.name(),
                  orNull(notice)));
          changes.mark(ChangeTopic.CATALOGUE);
        });
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private void loadInitial() {
    if (!store.isEmpty()) {
      return;
    }
    // The counter's row is locked by this: of several nodes that start at once one loads.
    changes.mark(ChangeTopic.CATALOGUE);
    if (store.isEmpty()) {
      new InitialLoad(store, mapper, log, clock.instant()).load(InitialCatalogue.snapshot());
    }
  }

  private synchronized void reload() {
    current = read();
    listeners.forEach(Runnable::run);
  }

  private CatalogueSnapshot read() {
    CatalogueSnapshot read = reading.execute(status -> store.read());
    return requireNonNull(read, "snapshot");
  }
}
