package tw.gov.mocs.hub.bench;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import tw.gov.mocs.hub.app.HubProcess;
import tw.gov.mocs.hub.app.Settings;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.delivery.Deliveries;
import tw.gov.mocs.hub.delivery.Delivery;
import tw.gov.mocs.hub.delivery.DeliveryStatus;
import tw.gov.mocs.hub.delivery.SealForm;

/** A node of the hub that makes one-time files by its own jobs, whenever it is told to. */
final class FileMakingMain {

  private static final Set<DeliveryStatus> UNDER_WAY =
      Set.of(DeliveryStatus.QUEUED, DeliveryStatus.RUNNING);

  private FileMakingMain() {}

  /**
   * Each line names an application; its file is made, its time told, and the file let go.
   *
   * @param arguments the file with the settings, the name of the node
   */
  public static void main(String[] arguments) throws Exception {
    Peer.quiet();
    Map<String, String> node = Map.of("hub.audit.node", arguments[1]);
    try (HubProcess hub = HubProcess.core(Settings.of(Path.of(arguments[0]), node))) {
      Deliveries deliveries = hub.get(Deliveries.class);
      Peer.ready(0);
      BufferedReader orders =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = orders.readLine(); line != null; line = orders.readLine()) {
        if (line.startsWith("done ")) {
          String made = line.substring(5);
          deliveries.cancel(made, deliveries.get(made).version(), "measured", Actor.HUB);
        } else {
          make(deliveries, new ApplicationNumber(line));
        }
      }
    }
  }

  private static void make(Deliveries deliveries, ApplicationNumber number) throws Exception {
    String started = deliveries.start(number, SealForm.GCM, Actor.operator("bench")).deliveryNo();
    Delivery now = deliveries.get(started);
    // Until a job takes it, nothing is done.
    while (now.status() == DeliveryStatus.QUEUED) {
      now = later(deliveries, now);
    }
    long began = System.nanoTime();
    Peer.say("begun " + started);
    while (UNDER_WAY.contains(now.status())) {
      now = later(deliveries, now);
    }
    if (now.status() != DeliveryStatus.READY) {
      throw new IllegalStateException("the file is " + now.status() + " " + now.failure());
    }
    Peer.say("made " + started + " " + (System.nanoTime() - began));
  }

  private static Delivery later(Deliveries deliveries, Delivery delivery) throws Exception {
    Thread.sleep(20);
    return deliveries.get(delivery.deliveryNo());
  }
}
