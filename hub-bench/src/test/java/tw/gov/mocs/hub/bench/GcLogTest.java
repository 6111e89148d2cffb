package tw.gov.mocs.hub.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GcLogTest {

  private static final String LINE = "[1.2s][info][gc] GC(%d) Pause Young (Allocation) %s 4.1ms%n";

  private final Path file;
  private final GcLog log;

  GcLogTest(@TempDir Path folder) {
    file = folder.resolve("gc.log");
    log = new GcLog(file);
  }

  @BeforeEach
  void twoCollections() throws IOException {
    Files.writeString(
        file, LINE.formatted(0, "78M->21M(247M)") + LINE.formatted(1, "90M->20M(247M)"));
  }

  @Test
  void theMostThatWasLeftIsThePeak() throws IOException {
    assertThat(log.peak()).isEqualTo(21);
  }

  @Test
  void whatWasAskedBeforeIsNotCountedAgain() throws IOException {
    log.peak();
    Files.writeString(file, LINE.formatted(2, "91M->19M(247M)"), StandardOpenOption.APPEND);

    assertThat(log.peak()).isEqualTo(19);
  }
}
