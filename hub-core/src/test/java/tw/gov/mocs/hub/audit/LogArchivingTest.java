package tw.gov.mocs.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.audit.LogArchiving.Step;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.job.JobRecorder;
import tw.gov.mocs.hub.job.ToldProgress;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** Old records leave the database for files, and nothing is lost on the way. */
@OnEveryDatabase
class LogArchivingTest {

  private static final Map<TestDatabase, OwnLog> LOGS = new EnumMap<>(TestDatabase.class);
  private static final byte[] REQUEST = "<Envelope/>".getBytes(StandardCharsets.UTF_8);

  private final OwnLog log;
  private final Path folder;
  private final LogArchiving archiving;
  private String kept = "";

  LogArchivingTest(TestDatabase database) {
    log = LOGS.computeIfAbsent(database, LogArchivingTest::start);
    folder = folder();
    archiving = log.get(LogArchiving.class);
  }

  private static OwnLog start(TestDatabase database) {
    try {
      Path folder = Files.createTempDirectory("hub-archive");
      return new OwnLog(
          database,
          Map.of("hub.retention.folder", folder.toString(), "hub.retention.file-rows", "3"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path folder() {
    return Objects.requireNonNull(log.get(RetentionSettings.class).folder());
  }

  /** Two checkpoints of two calls each, one with its request and one with many persons. */
  @BeforeEach
  void write() {
    kept = log.log().newRecordId();
    log.append(Calls.served(kept, "301000000A", 2, REQUEST));
    log.append(Calls.served(log.log(), 150));
    log.checkpoint();
    log.append(1);
    log.act("an act");
    log.end();
    log.checkpoint();
    log.index();
  }

  @AfterEach
  void goOn() {
    archiving.after = step -> {};
    archive();
    assertThat(log.faults()).isEmpty();
  }

  @AfterAll
  static void close() {
    LOGS.values().forEach(OwnLog::close);
    LOGS.clear();
  }

  @Test
  void leavesTheLogWholeAndNothingOfItInTheDatabase() {
    long end = log.count("SELECT MAX(last_seq) FROM audit_node");
    assertThat(archive()).isGreaterThan(1);
    for (String table :
        List.of(
            "audit_row",
            "audit_call",
            "audit_act",
            "audit_evidence",
            "log_index_call",
            "log_index_person",
            "log_index_asked")) {
      assertThat(log.count("SELECT COUNT(*) FROM " + table + " WHERE seq <= " + end)).isZero();
    }
    VerificationReport report = log.verify();
    assertThat(report.isWhole()).isTrue();
    assertThat(report.rows()).isGreaterThanOrEqualTo(end);
  }

  @Test
  void tellsTheListOfJobsHowManyOfAllRecordsAreWritten() {
    ToldProgress jobs = new ToldProgress();
    ArchiveNow.by(telling(jobs));
    String last = jobs.told().get(jobs.told().size() - 1);
    assertThat(last).matches("LOG_ARCHIVE ([1-9][0-9]*) of \\1");
    assertThat(jobs.told()).startsWith(last.replaceFirst(" [0-9]+ ", " 0 ")).hasSizeGreaterThan(2);
  }

  private LogArchiving telling(JobRecorder jobs) {
    return new LogArchiving(
        log.get(ArchiveMapper.class),
        log.get(CheckpointMapper.class),
        log.get(CheckpointKeys.class),
        log.get(StoredRows.class),
        log.get(ArchiveRemoval.class),
        log.get(ArchiveTurn.class),
        log.get(LogMapper.class),
        log.get(DiskSync.class),
        log.log(),
        log.get(RetentionSettings.class),
        log.get(AuditSettings.class),
        log.get(TransactionTemplate.class),
        Clock.systemUTC(),
        jobs);
  }

  @Test
  void goesOnWithTheChainAfterAllOfItWasArchived() {
    archive();
    log.end();
    log.append(1);
    log.checkpoint();
    assertThat(log.faults()).isEmpty();
    assertThat(log.verify().uncovered()).isZero();
  }

  @Test
  void keepsWhatIsNotOldEnough() {
    assertThat(archiving.archive(Actor.HUB)).isZero();
    assertThat(log.count("SELECT COUNT(*) FROM audit_evidence")).isPositive();
  }

  @Test
  void losesNothingWhereverItIsKilled() {
    for (Step step : Step.values()) {
      write();
      archiving.after = at -> failAt(step, at);
      assertThatExceptionOfType(IllegalStateException.class)
          .as(step.name())
          .isThrownBy(this::archive);
      archiving.after = at -> {};
      assertThat(log.faults()).as("killed after %s", step).isEmpty();
      archive();
      assertThat(log.faults()).as("repeated after %s", step).isEmpty();
    }
    long archived = log.get(LogArchive.class).files().stream().mapToLong(ArchivedFile::rows).sum();
    assertThat(archived).isEqualTo(log.count("SELECT MAX(last_seq) FROM audit_archive_chain"));
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  private static void failAt(Step wanted, Step at) {
    if (wanted == at) {
      throw new IllegalStateException("killed");
    }
  }

  @Test
  void makesTheSameBytesOfTheSameRecords() throws IOException {
    archiving.after = at -> failAt(Step.NAMED, at);
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(this::archive);
    List<Path> first = gz();
    Path named = first.get(first.size() - 1);
    Path copy = Files.move(named, folder.resolve("copy"));
    archiving.after = at -> failAt(Step.COMMITTED, at);
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(this::archive);
    assertThat(named).hasSameBinaryContentAs(copy);
    Files.delete(copy);
  }

  @Test
  void removesNothingThatDoesNotFit() {
    long row = log.count("SELECT MAX(seq) FROM audit_call");
    log.sql().update("UPDATE audit_call SET row_count = 77 WHERE seq = ?", row);
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(this::archive)
        .withMessageContaining("row " + row + " has changed content")
        .returns(ErrorCode.INTERNAL_ERROR, HubException::code);
    assertThat(log.count("SELECT COUNT(*) FROM audit_row WHERE seq = " + row)).isEqualTo(1);
    log.sql().update("UPDATE audit_call SET row_count = 1 WHERE seq = ?", row);
  }

  @Test
  void removesNothingWhoseFileIsGone() throws IOException {
    archiving.after = at -> failAt(Step.COMMITTED, at);
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(this::archive);
    archiving.after = at -> {};
    Path file = newest();
    Path aside = Files.move(file, folder.resolve("aside"));
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(this::archive)
        .withMessageContaining("is missing in the folder of the archive");
    assertThat(log.count("SELECT COUNT(*) FROM audit_evidence")).isPositive();
    Files.move(aside, file);
  }

  @Test
  void namesTheFileThatIsMissing() throws IOException {
    archive();
    Path file = newest();
    Path aside = Files.move(file, folder.resolve("aside"));
    assertThat(log.faults())
        .containsExactly(where(file) + " is missing in the folder of the archive");
    Files.move(aside, file);
  }

  @Test
  void namesTheFileThatWasChangedOrCutOff() throws IOException {
    archive();
    Path file = newest();
    byte[] whole = Files.readAllBytes(file);
    byte[] changed = whole.clone();
    changed[whole.length / 2] ^= 1;
    Files.write(file, changed);
    assertThat(log.faults())
        .containsExactly(where(file) + " was changed: it is not the file that was signed");
    Files.write(file, Arrays.copyOf(whole, whole.length - 20));
    assertThat(log.faults())
        .containsExactly(
            "%s was cut off: it has %d of %d bytes"
                .formatted(where(file), whole.length - 20, whole.length));
    Files.write(file, whole);
  }

  @Test
  void namesTheFilesThatWereSwapped() throws IOException {
    archive();
    List<Path> files = gz();
    byte[] first = Files.readAllBytes(files.get(0));
    byte[] second = Files.readAllBytes(files.get(1));
    Files.write(files.get(0), second);
    Files.write(files.get(1), first);
    assertThat(log.faults())
        .containsExactly(
            where(files.get(0)) + " is the file of archive 2",
            where(files.get(1)) + " is the file of archive 1");
    Files.write(files.get(0), first);
    Files.write(files.get(1), second);
  }

  @Test
  void namesTheHeadThatWasChanged() throws IOException {
    archive();
    Path file = newest();
    Path head = Path.of(file.toString().replace(".gz", ".txt"));
    String text = Files.readString(head);
    Files.writeString(head, text.replace("rows ", "rows 1"));
    assertThat(log.faults())
        .containsExactly(where(head) + " is not the head that the database holds");
    Files.writeString(head, text);
  }

  @Test
  void namesTheHeadThatNobodySigned() {
    archive();
    String sql = "UPDATE audit_archive SET signed_text = ? WHERE archive_no = 1";
    String text =
        String.valueOf(
            log.sql()
                .queryForObject(
                    "SELECT signed_text FROM audit_archive WHERE archive_no = 1", String.class));
    log.sql().update(sql, text.replace("made 2", "made 3"));
    assertThat(log.faults())
        .startsWith("archive 1 has a signature that no configured certificate verifies");
    log.sql().update(sql, text);
  }

  @Test
  void namesTheRowThatCameBack() {
    archive();
    log.sql()
        .update(
            "INSERT INTO audit_row (node_id, seq, record_id, kind, recorded_at, salt,"
                + " content_digest, row_hash) SELECT id, 1, 'FORGED', 'CALL', renewed_at, last_hash,"
                + " last_hash, last_hash FROM audit_node");
    assertThat(log.faults())
        .containsExactly("node-1 row 1 stands in the archive and was added again");
    log.sql().update("DELETE FROM audit_row WHERE record_id = 'FORGED'");
  }

  @Test
  void namesContentThatCameBack() {
    archive();
    log.sql()
        .update(
            "INSERT INTO audit_evidence (node_id, seq, key_id, sealed)"
                + " SELECT id, 2, 'key', last_hash FROM audit_node");
    assertThat(log.faults())
        .containsExactly("node-1 row 2 has content but is no row: it was added");
    log.sql().update("DELETE FROM audit_evidence");
  }

  @Test
  void namesALineOfTheSearchIndexThatCameBack() {
    archive();
    log.sql()
        .update(
            "INSERT INTO log_index_person (person_hash, node_id, seq)"
                + " SELECT last_hash, id, 2 FROM audit_node");
    assertThat(log.faults())
        .containsExactly(
            "node-1 row 2 is not in the search index as the log says;"
                + " ./hub log-index remake makes it anew");
    log.sql().update("DELETE FROM log_index_person WHERE seq = 2");
  }

  @Test
  void namesALineThatIsMissingOfARecordThatIsArchivedAndNotRemovedYet() {
    archiving.after = at -> failAt(Step.COMMITTED, at);
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(this::archive);
    long row = log.count("SELECT MIN(seq) FROM log_index_person");
    log.sql().update("DELETE FROM log_index_person WHERE seq = ?", row);
    assertThat(log.faults())
        .containsExactly(
            "node-1 row %d is not in the search index as the log says; ./hub log-index remake makes it anew"
                .formatted(row));
  }

  @Test
  void findsProvesAndOpensWhatItArchived() throws IOException {
    archive();
    LogRecords records = log.get(LogRecords.class);
    assertThat(records.find(kept)).get().returns("CALL", LogRecord::kind);
    InclusionProof proof = records.prove(kept);
    assertThat(proof.holds(records.checkpointCertificate(proof))).isTrue();
    assertThat(records.openEvidence(kept, "an inquiry", Actor.HUB)).isEqualTo(REQUEST);
    InspectedRecord found = log.get(RecordInspection.class).open(kept, Actor.HUB);
    assertThat(found.fault()).isNull();
    assertThat(found.proven()).isTrue();
    assertThat(found.archive()).startsWith("audit-").endsWith(".gz");
  }

  @Test
  void provesTheFirstRecordAfterTheArchive() {
    archive();
    log.end();
    String id = log.log().newRecordId();
    log.append(Calls.served(id, "301000000A", 1, null));
    log.checkpoint();
    InspectedRecord found = log.get(RecordInspection.class).open(id, Actor.HUB);
    assertThat(found.fault()).isNull();
    assertThat(found.proven()).isTrue();
    assertThat(found.archive()).isNull();
  }

  @Test
  void tellsWhichFilesHoldATime() {
    archive();
    LogArchive archive = log.get(LogArchive.class);
    assertThat(archive.between(null, null)).hasSameSizeAs(archive.files());
    assertThat(archive.between(Instant.now().plus(Duration.ofDays(1)), null)).isEmpty();
    assertThat(archive.between(null, Instant.now().minus(Duration.ofDays(1)))).isEmpty();
  }

  @Test
  void isVerifiedOnTheScreenToo() {
    archive();
    LogVerifications verifications = log.get(LogVerifications.class);
    verifications.start(Actor.HUB);
    OwnLog.await(() -> verifications.running().isEmpty());
    assertThat(verifications.search(VerificationSearch.all(1, 1)).items().get(0))
        .returns(LogVerification.Outcome.WHOLE, LogVerification::outcome)
        .returns(log.count("SELECT MAX(last_seq) FROM audit_archive_chain"), one -> covered(one));
  }

  private static long covered(LogVerification one) {
    return one.rowsDone() - one.uncovered();
  }

  @Test
  void recordsWhatItDid() {
    archive();
    log.end();
    String sql = "SELECT COUNT(*) FROM audit_act WHERE action = '%s'";
    assertThat(log.count(sql.formatted("LOG_ARCHIVED"))).isPositive();
    assertThat(log.count(sql.formatted("ARCHIVED_REMOVED"))).isPositive();
  }

  private int archive() {
    return archiving.archive(Instant.now().plus(Duration.ofHours(1)), Actor.HUB);
  }

  private String where(Path file) {
    String name = String.valueOf(file.getFileName());
    return "archive %d, %s".formatted(Long.parseLong(name.substring(6, 12)), name);
  }

  private Path newest() throws IOException {
    List<Path> files = gz();
    return files.get(files.size() - 1);
  }

  private List<Path> gz() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".gz")).sorted().toList();
    }
  }
}
