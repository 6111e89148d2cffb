package tw.gov.mocs.hub.ws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** Answers between being read and being sent. */
class SpoolTest {

  private static final byte[] TEXT =
      "王𠮷 personal data ".repeat(1000).getBytes(StandardCharsets.UTF_8);

  private final Path folder;

  SpoolTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private SpoolFolder spools(int files, long bytes) {
    return new SpoolFolder(folder, new WsSettings.Spooling(4096, files, bytes));
  }

  private List<Path> files() throws IOException {
    try (var found = Files.list(folder)) {
      return found.toList();
    }
  }

  @Test
  void givesBackWhatWasWritten() throws IOException {
    try (Spool spool = spools(1, 1 << 20).open()) {
      spool.write(TEXT, 0, 100);
      spool.write(TEXT, 100, TEXT.length - 100);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      spool.content().transferTo(out);
      assertThat(out.toByteArray()).isEqualTo(TEXT);
      assertThat(spool.length()).isEqualTo(TEXT.length);
    }
  }

  @Test
  void keepsSmallAnswersInMemory() throws IOException {
    try (Spool spool = spools(1, 1 << 20).open()) {
      spool.write(TEXT, 0, 4096);
      assertThat(files()).isEmpty();
    }
  }

  @Test
  void showsNothingInItsFile() throws IOException {
    try (Spool spool = spools(1, 1 << 20).open()) {
      spool.write(TEXT);
      spool.content().readAllBytes();
      assertThat(new String(Files.readAllBytes(files().get(0)), StandardCharsets.UTF_8))
          .doesNotContain("personal");
    }
  }

  @Test
  void deletesItsFileOnClose() throws IOException {
    Spool spool = spools(1, 1 << 20).open();
    spool.write(TEXT);
    spool.close();
    assertThat(files()).isEmpty();
  }

  @Test
  void doesNotHideByItsEndWhyACallFailed() throws IOException {
    SpoolFolder spools = spools(1, 1 << 20);
    Spool spool = spools.open();
    spool.write(TEXT);
    Path file = files().get(0);
    Files.delete(file);
    // What stands in its place cannot be deleted.
    Files.createDirectories(file.resolve("something"));
    assertThatNoException().isThrownBy(spool::close);
    try (Spool next = spools.open()) {
      next.write(TEXT);
    }
  }

  @Test
  void refusesMoreFilesThanAllowed() throws IOException {
    SpoolFolder spools = spools(1, 1 << 20);
    try (Spool first = spools.open();
        Spool second = spools.open()) {
      first.write(TEXT);
      assertThatExceptionOfType(HubException.class)
          .isThrownBy(() -> second.write(TEXT))
          .matches(e -> e.code() == ErrorCode.SPOOL_FULL);
    }
    try (Spool third = spools.open()) {
      third.write(TEXT);
    }
  }

  @Test
  void refusesMoreBytesThanAllowed() {
    try (Spool spool = spools(1, 5000).open()) {
      assertThatExceptionOfType(HubException.class)
          .isThrownBy(() -> spool.write(TEXT))
          .matches(e -> e.code() == ErrorCode.SPOOL_FULL);
    }
  }

  @Test
  void emptiesItsFolderAtStart() throws IOException {
    Files.writeString(folder.resolve("old.spool"), "left over");
    spools(1, 5000);
    assertThat(files()).isEmpty();
  }
}
