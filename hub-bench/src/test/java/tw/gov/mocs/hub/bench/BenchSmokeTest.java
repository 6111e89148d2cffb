package tw.gov.mocs.hub.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchSmokeTest {

  private static final int CALLS = 20;

  private final Load load = new Load();

  private final Path folder;

  BenchSmokeTest(@TempDir Path folder) {
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
}
