package tw.gov.mocs.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.HubException;

/** Whose chain it is, on a database that several processes share. */
class NodeChainTest {

  private static OwnLog log;

  @BeforeAll
  static void open() {
    log = new OwnLog(TestDatabase.POSTGRESQL);
  }

  @AfterAll
  static void close() {
    log.close();
  }

  @Test
  void refusesTheChainThatALivingProcessWrites() {
    NodeChain living = chain("twice", 30);
    living.take();
    NodeChain second = chain("twice", 30);
    Thread life = new Thread(() -> renew(living));
    life.start();
    try {
      assertThatThrownBy(second::take)
          .isInstanceOf(HubException.class)
          .hasMessageContaining("another running hub writes the log as twice");
    } finally {
      life.interrupt();
    }
  }

  @Test
  void takesTheChainOfAProcessThatCrashed() {
    chain("crashed", 1).take();
    NodeChain next = chain("crashed", 1);
    next.take();
    assertThat(next.head()).isEqualTo(ChainHead.START);
  }

  @Test
  void takesTheChainOfAProcessThatEndedInOrderAtOnce() {
    NodeChain first = chain("ended", 600);
    first.take();
    first.release();
    chain("ended", 600).take();
  }

  @Test
  void letsOneThatWasTakenForDeadWriteNothingMore() {
    NodeChain slow = chain("slow", 1);
    slow.take();
    chain("slow", 1).take();
    assertThatThrownBy(slow::head)
        .isInstanceOf(HubException.class)
        .hasMessageContaining("taken over");
    assertThatThrownBy(slow::renew)
        .isInstanceOf(HubException.class)
        .hasMessageContaining("taken over");
  }

  private static NodeChain chain(String node, int leaseSeconds) {
    return new NodeChain(log.get(LogMapper.class), node, Duration.ofSeconds(leaseSeconds), false);
  }

  private static void renew(NodeChain chain) {
    try {
      while (true) {
        chain.renew();
        Thread.sleep(100);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
