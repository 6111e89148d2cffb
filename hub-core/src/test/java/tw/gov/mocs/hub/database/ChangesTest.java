package tw.gov.mocs.hub.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.TestCore;

@OnEveryDatabase
class ChangesTest {

  private final Changes changes;
  private final TransactionTemplate transactions;
  private final ChangeMapper mapper;

  ChangesTest(TestDatabase database) {
    ApplicationContext core = TestCore.shared(database);
    changes = core.getBean(Changes.class);
    transactions = core.getBean(TransactionTemplate.class);
    mapper = core.getBean(ChangeMapper.class);
  }

  @Test
  void tellsTheChangingNodeAtOnce() {
    AtomicInteger told = new AtomicInteger();
    changes.listen(ChangeTopic.TRUST, told::incrementAndGet);
    transactions.executeWithoutResult(status -> changes.mark(ChangeTopic.TRUST));
    assertThat(told).hasPositiveValue();
  }

  @Test
  void tellsNobodyOfWhatWasRolledBack() {
    AtomicInteger told = new AtomicInteger();
    Changes own = new Changes(mapper);
    own.listen(ChangeTopic.TRUST, told::incrementAndGet);
    transactions.executeWithoutResult(
        status -> {
          own.mark(ChangeTopic.TRUST);
          status.setRollbackOnly();
        });
    assertThat(told).hasValue(0);
  }

  @Test
  void tellsTheOtherNodesWhenTheyLook() {
    AtomicInteger told = new AtomicInteger();
    Changes other = new Changes(mapper);
    other.listen(ChangeTopic.TRUST, told::incrementAndGet);
    other.poll();
    transactions.executeWithoutResult(status -> changes.mark(ChangeTopic.TRUST));
    other.poll();
    assertThat(told).hasValue(1);
  }

  @Test
  void refusesToMarkOutsideATransaction() {
    assertThatIllegalStateException().isThrownBy(() -> changes.mark(ChangeTopic.TRUST));
  }
}
