package tw.gov.mocs.hub.ws;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A source that does not answer until the test lets it: a view that calls a function of ours. */
public final class HeldCall {

  private static volatile CountDownLatch reached = new CountDownLatch(1);
  private static volatile CountDownLatch go = new CountDownLatch(1);

  private HeldCall() {}

  /** What the database calls for each row. */
  public static int hold() throws InterruptedException {
    reached.countDown();
    if (!go.await(2, TimeUnit.MINUTES)) {
      throw new IllegalStateException("nobody let the call go");
    }
    return 0;
  }

  /** Puts the view in the place of SQ_TA_008's table; once a hub. */
  static void prepare(RunningHub hub) {
    hub.jdbc.execute("CREATE ALIAS HOLD FOR '%s.hold'".formatted(HeldCall.class.getName()));
    hub.jdbc.execute("ALTER TABLE PERSONNEL.TA_DECORATION RENAME TO TA_DECORATION_OLD");
    hub.jdbc.execute(
        "CREATE VIEW PERSONNEL.TA_DECORATION AS SELECT d.* FROM PERSONNEL.TA_DECORATION_OLD d"
            + " WHERE HOLD() = 0 OR CHAR_LENGTH(d.RECORD_NO) = 0");
  }

  /** Sends a call that is worked on, and stays so, when this returns. */
  static CompletableFuture<Reply> begin(RunningHub hub, SignedMessage message)
      throws InterruptedException {
    reached = new CountDownLatch(1);
    go = new CountDownLatch(1);
    CompletableFuture<Reply> call = CompletableFuture.supplyAsync(() -> hub.send(message));
    if (!reached.await(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("the call does not reach the source: " + call);
    }
    return call;
  }

  static void letGo() {
    go.countDown();
  }
}
