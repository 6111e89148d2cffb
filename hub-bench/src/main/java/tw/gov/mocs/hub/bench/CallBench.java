package tw.gov.mocs.hub.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Small calls, 20 rows each: the floor, the peers, the edge of the hub alone, and the complete hub
 * on its databases.
 */
final class CallBench {

  private final Path folder;
  private final Worlds worlds;
  private final Load load;
  private final Predicate<String> wanted;

  CallBench(Path folder, Worlds worlds, Load load, Predicate<String> wanted) {
    this.folder = folder;
    this.worlds = worlds;
    this.load = load;
    this.wanted = wanted;
  }

  void measure(Turns turns, int calls, Report report)
      throws IOException, GeneralSecurityException, SQLException {
    List<Contender> contenders = new ArrayList<>();
    try {
      start(contenders);
      turns.take(
          "calls",
          contenders,
          (contender, counts) -> {
            Measurement round = contender.round(calls);
            if (counts) {
              report.add(contender.name(), round);
            }
          });
    } finally {
      contenders.forEach(Contender::close);
    }
  }

  private void start(List<Contender> started)
      throws IOException, GeneralSecurityException, SQLException {
    if (wanted.test(Floor.NAME)) {
      started.add(new Floor(folder));
    }
    PeerPki pki = PeerPki.make(folder);
    if (wanted.test(SoapContender.CXF)) {
      started.add(SoapContender.cxf(folder, pki, load));
    }
    if (wanted.test(SoapContender.SPRING_WS)) {
      started.add(SoapContender.springWs(folder, pki, load));
    }
    if (wanted.test(SoapContender.EDGE)) {
      started.add(SoapContender.edge(folder, worlds.edge(), load));
    }
    String name = SoapContender.HUB_H2;
    if (wanted.test(name)) {
      started.add(SoapContender.hub(name, folder, worlds.h2(), () -> Duration.ZERO, load));
    }
    name = SoapContender.HUB_POSTGRESQL;
    if (wanted.test(name)) {
      HubWorld world = worlds.postgresql();
      PostgresServer server = worlds.server();
      started.add(SoapContender.hub(name, folder, world, server::cpu, load));
    }
  }
}
