package tw.gov.mocs.hub.ws;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Good calls, one after the other, of a few callers at once. */
final class SteadyLoad {

  private final RunningHub hub;
  private final List<Thread> callers = new ArrayList<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger answered = new AtomicInteger();
  private volatile boolean stopping;

  private SteadyLoad(RunningHub hub) {
    this.hub = hub;
  }

  static SteadyLoad start(RunningHub hub, int callers) {
    SteadyLoad load = new SteadyLoad(hub);
    for (int i = 0; i < callers; i++) {
      Thread caller = new Thread(load::call, "caller " + i);
      load.callers.add(caller);
      caller.start();
    }
    return load;
  }

  private void call() {
    while (!stopping) {
      try {
        Reply reply = hub.send(new SignedMessage());
        if (reply.status() == 200) {
          answered.incrementAndGet();
        } else {
          failures.add(reply.code());
        }
        Thread.sleep(20);
      } catch (RuntimeException | InterruptedException e) {
        failures.add(e.toString());
      }
    }
  }

  /** Ends it; how many calls were answered. */
  int stop() throws InterruptedException {
    stopping = true;
    for (Thread caller : callers) {
      caller.join();
    }
    return answered.get();
  }

  List<String> failures() {
    return List.copyOf(failures);
  }
}
