package tw.gov.mocs.hub.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each contender of the calls answers, and each part of the pages is measured. */
class CallsSmokeTest {

  private static final int CALLS = 20;

  private final Load load = new Load();

  private final Path folder;

  CallsSmokeTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void close() {
    load.close();
  }

  @Test
  void measuresTheFloor() throws Exception {
    try (Contender floor = new Floor(folder)) {
      assertThat(floor.round(CALLS).calls()).isEqualTo(CALLS);
    }
  }

  @Test
  void cxfAnswersSignedCalls() throws Exception {
    try (Contender cxf = SoapContender.cxf(folder, PeerPki.make(folder), load)) {
      assertThat(cxf.round(CALLS).calls()).isEqualTo(CALLS);
    }
  }

  @Test
  void springWsAnswersSignedCalls() throws Exception {
    try (Contender springWs = SoapContender.springWs(folder, PeerPki.make(folder), load)) {
      assertThat(springWs.round(CALLS).calls()).isEqualTo(CALLS);
    }
  }

  @Test
  void theEdgeAloneAnswersTheSameRows() throws Exception {
    try (Worlds worlds = new Worlds(folder, 300);
        Contender edge = SoapContender.edge(folder, worlds.edge(), load)) {
      assertThat(edge.round(CALLS).calls()).isEqualTo(CALLS);
      assertThat(edge.round(CALLS).calls()).isEqualTo(CALLS);
    }
  }

  @Test
  void theHubAnswersSignedCallsAndPages() throws Exception {
    try (Worlds worlds = new Worlds(folder, 300)) {
      try (Contender hub =
          SoapContender.hub("hub", folder, worlds.h2(), () -> Duration.ZERO, load)) {
        assertThat(hub.round(CALLS).calls()).isEqualTo(CALLS);
      }
      Report report = new Report();
      new PageBench(folder, worlds, load, SoapContender.HUB_H2::equals, List.of(new Walk(3, 50)))
          .measure(new Turns(0, 1, text -> {}), report);
      assertThat(report.json()).contains("3x50", "raw read of H2", "hub on H2");
    }
  }
}
