package tw.gov.mocs.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.audit.CheckpointMapper.Stored;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.job.Unrecorded;
import tw.gov.mocs.hub.shared.Page;

@OnEveryDatabase
class CheckpointsTest {

  private static final Map<TestDatabase, OwnLog> LOGS = new EnumMap<>(TestDatabase.class);

  private final OwnLog log;

  CheckpointsTest(TestDatabase database) {
    log =
        LOGS.computeIfAbsent(
            database, fresh -> new OwnLog(fresh, Map.of("hub.audit.checkpoint-rows", "40")));
    log.end();
  }

  @AfterAll
  static void close() {
    LOGS.values().forEach(OwnLog::close);
    LOGS.clear();
  }

  @Test
  void coversEveryRowOnceWithoutMoreRowsThanAllowed() {
    log.append(100);
    log.checkpoint();
    long rows = log.end();
    assertThat(log.count("SELECT MAX(last_seq - first_seq + 1) FROM audit_checkpoint_span"))
        .isEqualTo(40);
    assertThat(log.count("SELECT SUM(last_seq - first_seq + 1) FROM audit_checkpoint_span"))
        .isEqualTo(rows);
    VerificationReport report = log.verify();
    assertThat(report.isWhole()).isTrue();
    assertThat(report.uncovered()).isZero();
  }

  @Test
  void makesNoneWhenNothingIsNew() {
    log.checkpoint();
    int before = all().size();
    log.checkpoint();
    assertThat(all()).hasSize(before);
  }

  @Test
  void signsNoRowThatDoesNotFit() {
    log.append(2);
    long last = log.end();
    byte[] hash =
        log.sql()
            .queryForObject("SELECT row_hash FROM audit_row WHERE seq = " + last, byte[].class);
    log.sql().update("UPDATE audit_row SET row_hash = salt WHERE seq = " + last);
    try {
      assertThatThrownBy(log::checkpoint).hasMessageContaining("does not fit at row " + last);
      assertThat(log.count("SELECT COUNT(*) FROM audit_checkpoint_span WHERE last_seq = " + last))
          .isZero();
    } finally {
      log.sql().update("UPDATE audit_row SET row_hash = ? WHERE seq = " + last, hash);
    }
  }

  @Test
  void writesEachToTheFile() throws IOException {
    log.append(50);
    log.checkpoint();
    assertThat(Files.readString(log.checkpointFile())).isEqualTo(inFileForm());
  }

  @Test
  void mendsAFileWhoseEndWasHalfWritten(@TempDir Path folder) throws IOException {
    log.append(50);
    log.checkpoint();
    Path file = folder.resolve("checkpoints.txt");
    Files.writeString(file, inFileForm() + "mocs-hub-checkpoint/1\nnumb");
    assertThat(new CheckpointFile(file).lastNumber()).isEqualTo(all().size());
    assertThat(Files.readString(file)).isEqualTo(inFileForm());
  }

  @Test
  void beginsAnewWhereTheFirstWasHalfWritten(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("checkpoints.txt"), "mocs-hub-chec");
    assertThat(new CheckpointFile(file).lastNumber()).isZero();
    assertThat(file).isEmptyFile();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0123456789abcdef\n", "# Title\n\nText.\n\nMore", "\n\n"})
  void leavesAFileOfSomethingElseAsItIs(String content, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("letter.txt"), content);
    assertThatThrownBy(() -> new CheckpointFile(file).lastNumber())
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Files.readString(file)).isEqualTo(content);
  }

  @Test
  void cutsOffNothingButACheckpoint(@TempDir Path folder) throws IOException {
    log.append(1);
    log.checkpoint();
    String content = inFileForm() + "a note of somebody";
    Path file = Files.writeString(folder.resolve("checkpoints.txt"), content);
    assertThatThrownBy(() -> new CheckpointFile(file).lastNumber())
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Files.readString(file)).isEqualTo(content);
  }

  @Test
  void writesAFileThatWasLostAnew() throws IOException {
    log.append(50);
    log.checkpoint();
    Files.delete(log.checkpointFile());
    fresh().look();
    assertThat(Files.readString(log.checkpointFile())).isEqualTo(inFileForm());
  }

  @Test
  void isWhatAnAnswerCarries() {
    log.checkpoint();
    Stored last = all().get(all().size() - 1);
    CheckpointRef carried = log.log().lastCheckpoint();
    assertThat(carried.number()).isEqualTo(last.checkpointNo());
    assertThat(carried.hash()).isEqualTo(last.signed().hash());
  }

  @Test
  void readsItsOwnTextAndNoOther() {
    log.checkpoint();
    String text = all().get(0).signedText();
    assertThat(Checkpoint.parse(text).text()).isEqualTo(text);
    assertThatThrownBy(() -> Checkpoint.parse(text + "\n"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isPublishedPageByPageTheLastFirst() {
    for (int i = 0; i < 3; i++) {
      log.append(1);
      log.checkpoint();
    }
    PublishedCheckpoints published = log.get(PublishedCheckpoints.class);
    List<Stored> all = all();
    Page<PublishedCheckpoint> second = published.search(2, 2);
    assertThat(second.total()).isEqualTo(all.size());
    assertThat(second.items())
        .extracting(PublishedCheckpoint::number)
        .startsWith((long) all.size() - 2);
    assertThat(published.search(1 + all.size(), 2).items()).isEmpty();
  }

  @Test
  void isPublishedAsItStandsInTheFile() {
    log.append(1);
    log.checkpoint();
    PublishedCheckpoints published = log.get(PublishedCheckpoints.class);
    Stored last = all().get(all().size() - 1);
    assertThat(published.find(last.checkpointNo()).orElseThrow().signedForm())
        .isEqualTo(last.signed().fileForm());
    assertThat(published.after(last.checkpointNo() - 1)).hasSize(1);
    assertThat(published.find(last.checkpointNo() + 1)).isEmpty();
  }

  private Checkpoints fresh() {
    return new Checkpoints(
        log.get(CheckpointMapper.class),
        log.get(TransactionTemplate.class),
        log.get(CheckpointKeys.class),
        log.get(DiskSync.class),
        log.get(AuditSettings.class),
        log.get(Clock.class),
        new Unrecorded());
  }

  private List<Stored> all() {
    return log.get(CheckpointMapper.class).after(0, 1_000);
  }

  private String inFileForm() {
    StringBuilder text = new StringBuilder();
    all().forEach(stored -> text.append(stored.signed().fileForm()));
    return text.toString();
  }
}
