package tw.gov.mocs.hub.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One-time files are measured beside calls. In a class of its own it has a process of its own. */
class FilesSmokeTest {

  private final Load load = new Load();

  private final Path folder;

  FilesSmokeTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void close() {
    load.close();
  }

  @Test
  void aFileIsMadeAndOpenedBesideCalls() throws Exception {
    try (Worlds worlds = new Worlds(folder, 300)) {
      FileReport report = new FileReport();
      new FileBench(folder, worlds, load, text -> {}, new FileBench.Calls(20, 20))
          .measure(2_000, 1, report);
      assertThat(report.values())
          .containsEntry("rows", 2_000L)
          .containsKeys("makingRatio", "openingRatio", "callsP95MillisBesideTwoFiles");
    }
  }
}
