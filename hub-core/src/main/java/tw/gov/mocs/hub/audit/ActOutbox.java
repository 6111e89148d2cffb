package tw.gov.mocs.hub.audit;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps acts in the transaction of their change until they have their place in a chain. */
@Component
class ActOutbox {

  private final LogMapper mapper;
  private final AuditSettings settings;
  private final Clock clock;

  ActOutbox(LogMapper mapper, AuditSettings settings, Clock clock) {
    this.mapper = mapper;
    this.settings = settings;
    this.clock = clock;
  }

  /** Stores the act; {@code afterCommit} runs once it is committed. */
  void put(Act act, Runnable afterCommit) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("an act must be recorded in the transaction of its change");
    }
    Instant now = clock.instant();
    mapper.putAside(settings.node(), RecordIds.next(now), ActRow.of(act, now));
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            afterCommit.run();
          }
        });
  }
}
