package tw.gov.mocs.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.HubException;

/** The file of checkpoints beside the database, which must be as long as the database says. */
class OwnFileTest {

  private static OwnLog log;

  private final Path folder;

  OwnFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeAll
  static void makeThreeCheckpoints() {
    log = new OwnLog(TestDatabase.H2);
    log.end();
    for (int i = 0; i < 3; i++) {
      log.append(1);
      log.checkpoint();
    }
  }

  @AfterAll
  static void close() {
    log.close();
  }

  @Test
  void acceptsTheWholeFile() throws IOException {
    assertThat(faults(checkpoints(3))).isEmpty();
  }

  @Test
  void acceptsAFileWhoseLastOneIsWrittenAtTheNextStart() throws IOException {
    assertThat(faults(checkpoints(2))).isEmpty();
  }

  @Test
  void acceptsOneThatIsHalfWritten() throws IOException {
    String whole = checkpoints(3);
    assertThat(faults(whole.substring(0, whole.length() - 40))).isEmpty();
  }

  @Test
  void findsThatTheFileIsShorterThanTheDatabase() throws IOException {
    assertThat(faults(checkpoints(1)))
        .containsExactly(
            "ends at checkpoint 1, the database at 3: its end was removed, or not written");
  }

  @Test
  void findsThatTheFileIsMissing() {
    assertThat(faults(folder.resolve("none.txt")))
        .containsExactly("is missing: it held the checkpoints of this node");
  }

  @Test
  void findsThatTheFileIsEmpty() throws IOException {
    assertThat(faults("")).containsExactly("holds no checkpoint that the database holds");
  }

  @Test
  void findsACheckpointThatIsLeftOut() throws IOException {
    String left = checkpoint(1) + checkpoint(3);
    assertThat(faults(left)).containsExactly("is number 3 and follows number 1");
  }

  @Test
  void findsThatALastOneWithoutItsEndIsNotTheNext() throws IOException {
    assertThat(faults(checkpoints(2) + checkpoint(1).stripTrailing() + "\n"))
        .containsExactly("is number 1 and follows number 2");
  }

  @Test
  void findsThatALastOneWithoutItsEndIsNone() throws IOException {
    assertThat(faults(checkpoints(3) + "hub checkpoint\n")).containsExactly("is not a checkpoint");
  }

  @ParameterizedTest
  @ValueSource(strings = {"what stands here\n", "\n", "mocs-hub-checkpoint/1\nnumber 3\n\n"})
  void isNotWrittenBehindWhatIsNoCheckpoint(String end) throws IOException {
    String content = checkpoints(2) + end;
    Path file = Files.writeString(folder.resolve("stray.txt"), content);
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> CheckpointFile.requireOwn(file))
        .withMessageContaining("it does not end with a checkpoint; verify the log");
    assertThat(file).hasContent(content);
    assertThat(faults(content)).containsExactly("is not a checkpoint");
  }

  @Test
  void isNotWrittenBehindMoreThanAPowerCutLeaves() throws IOException {
    Path file =
        Files.writeString(folder.resolve("long.txt"), checkpoints(2) + "\0".repeat(2 << 20));
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> CheckpointFile.requireOwn(file))
        .withMessageContaining("it does not end with a checkpoint");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "mocs", "mocs-hub-checkpoint/1\nnumber 3\nma"})
  void cutsOffWhatAPowerCutLeft(String begun) throws IOException {
    String left = begun + "\0".repeat(9);
    assertThat(faults(checkpoints(2) + left)).isEmpty();
    assertThat(afterStart(checkpoints(2) + left)).isEqualTo(checkpoints(2));
    assertThat(afterStart(left)).isEmpty();
  }

  private String afterStart(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("power.txt"), content);
    CheckpointFile.requireOwn(file);
    new CheckpointFile(file).lastNumber();
    return Files.readString(file);
  }

  private List<String> faults(String content) throws IOException {
    return faults(Files.writeString(folder.resolve("checkpoints.txt"), content));
  }

  private static List<String> faults(Path own) {
    return log.verify(new Witnesses(own, List.of(), Map.of())).findings().stream()
        .map(VerificationReport.Finding::what)
        .toList();
  }

  private static String checkpoints(int count) throws IOException {
    return blocks().limit(count).collect(Collectors.joining());
  }

  private static String checkpoint(int number) throws IOException {
    return blocks().toList().get(number - 1);
  }

  private static Stream<String> blocks() throws IOException {
    return Stream.of(Files.readString(log.checkpointFile()).split("(?<=\n\n)"));
  }
}
