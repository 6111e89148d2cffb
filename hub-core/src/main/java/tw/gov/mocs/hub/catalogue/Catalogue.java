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
import tw.gov.mocs.hub.database.ChangeTopic;
import tw.gov.mocs.hub.database.Changes;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

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
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile CatalogueSnapshot current;

  Catalogue(
      CatalogueStore store,
      CatalogueMapper mapper,
      AuditLog log,
      Changes changes,
      Clock clock,
      PlatformTransactionManager manager) {
    this.store = store;
    this.mapper = mapper;
    this.log = log;
    this.changes = changes;
    this.clock = clock;
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
    if (notice.length() > 400) {
      throw PublishingRules.invalid("notice", "超過 400 字");
    }
    change(code, ServiceStatus.OPEN, ServiceStatus.CLOSED, notice, actor);
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
          AuditAction action =
              to == ServiceStatus.OPEN ? AuditAction.SERVICE_OPENED : AuditAction.SERVICE_CLOSED;
          log.act(
              new Act(action, actor, code.value(), null, from.name(), to.name(), orNull(notice)));
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
