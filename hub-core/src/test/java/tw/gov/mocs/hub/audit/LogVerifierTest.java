package tw.gov.mocs.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;

@OnEveryDatabase
class LogVerifierTest extends SpoiledLog {

  private static final String UNPROVEN =
      "cannot be proven: the chain is interrupted before the next checkpoint or the end";

  LogVerifierTest(TestDatabase database) {
    super(database, LogVerifierTest::written, 5);
  }

  /** Three rows under a checkpoint, the third with 150 persons; two rows after it. */
  private static OwnLog written(TestDatabase database) {
    OwnLog log = new OwnLog(database);
    log.end();
    log.append(1);
    byte[] request = "<Envelope/>".getBytes(StandardCharsets.UTF_8);
    log.append(Calls.served(log.log().newRecordId(), "301000000A", 2, request));
    log.append(Calls.served(log.log(), 150));
    log.checkpoint();
    log.append(2);
    return log;
  }

  @Test
  void findsAnUntouchedLogWhole() {
    assertThat(log.verify()).isEqualTo(new VerificationReport(base + 5, 0, 1, 2, 0, 0, List.of()));
  }

  @Test
  void namesTheRowWhoseContentWasChanged() {
    change("UPDATE audit_call SET purpose = 'another' WHERE seq = {2}");
    assertFaults("node-1 row {2} has changed content");
  }

  @Test
  void namesTheRowWhoseSaltWasChanged() {
    change("UPDATE audit_row SET salt = content_digest WHERE seq = {2}");
    assertFaults("node-1 row {2} has changed content");
  }

  @Test
  void namesTheRowWhoseTimeWasChanged() {
    change("UPDATE audit_row SET recorded_at = recorded_at + INTERVAL '1' SECOND WHERE seq = {1}");
    assertFaults("node-1 row {1} has changed content");
  }

  @Test
  void namesTheRowWhoseContentWasRemoved() {
    change("DELETE FROM audit_call WHERE seq = {3}");
    assertFaults("node-1 row {3} has lost its content");
  }

  @Test
  void namesTheRowThatWasRemoved() {
    change("DELETE FROM audit_row WHERE seq = {2}");
    assertFaults("node-1 row {2} is missing", "node-1 rows 1 to {3} " + UNPROVEN);
  }

  @Test
  void namesTheRowWhoseHashWasChanged() {
    change("UPDATE audit_row SET row_hash = content_digest WHERE seq = {4}");
    assertFaults("node-1 row {4} does not follow from the row before it and its content's digest");
  }

  @Test
  void namesTheRowWhosePersonsWereRemoved() {
    change("UPDATE audit_call SET persons = NULL WHERE seq = {4}");
    assertFaults("node-1 row {4} has other persons than were recorded");
  }

  @Test
  void namesTheRowWhosePersonsWereChanged() {
    change(
        "UPDATE audit_call SET persons = (SELECT salt FROM audit_row WHERE seq = {1}) WHERE seq = {3}");
    assertFaults("node-1 row {3} has other persons than were recorded");
  }

  @Test
  void namesTheRowWhoseEvidenceWasRemoved() {
    change("DELETE FROM audit_evidence");
    assertFaults("node-1 row {2} has other evidence than was kept");
  }

  @Test
  void namesTheRowBehindTheEnd() {
    change(
        "INSERT INTO audit_row (node_id, seq, record_id, kind, recorded_at, salt, content_digest,"
            + " row_hash) SELECT node_id, {6}, 'FORGED', kind, recorded_at, salt, content_digest,"
            + " row_hash FROM audit_row WHERE seq = {5}");
    assertFaults("node-1 row {6} was added behind the end of its chain");
  }

  @Test
  void namesTheEndOfAShortenedChain() {
    removeLast(5);
    change("UPDATE audit_node SET last_seq = {4}");
    assertFaults("node-1 row {4} is not the last one that was written");
  }

  @Test
  void namesTheFirstCoveredRowThatIsMissingFromAChainThatEndsTooSoon() {
    removeLast(5);
    removeLast(4);
    removeLast(3);
    change(
        "UPDATE audit_node SET last_seq = {2},"
            + " last_hash = (SELECT row_hash FROM audit_row WHERE seq = {2})");
    assertFaults(
        "node-1 row {3} is missing or cut off: checkpoint 1 covers up to row {3}",
        "node-1 rows 1 to {2} " + UNPROVEN);
  }

  @Test
  void namesTheCheckpointThatSignedOtherRows() {
    rewriteTheThirdRow();
    assertFaults(
        "checkpoint 1, node-1 rows 1 to {3} signed other rows",
        "node-1 row {4} " + ChainWalk.UNCHAINED);
  }

  @Test
  void namesTheCheckpointWithoutSignature() {
    change("UPDATE audit_checkpoint SET signature = checkpoint_hash");
    assertFaults("checkpoint 1 has a signature that no configured certificate verifies");
  }

  @Test
  void namesTheCheckpointWhoseTextWasChanged() {
    change("UPDATE audit_checkpoint SET signed_text = REPLACE(signed_text, 'number', 'figure')");
    assertFaults("checkpoint 1 is not a checkpoint");
  }

  @Test
  void namesTheCheckpointThatIsMissing() {
    change("DELETE FROM audit_checkpoint");
    assertFaults("checkpoint 1 is missing");
  }

  @Test
  void findsTheCheckpointsOfTheFileInTheDatabase() {
    assertThat(log.verify(file(log.checkpointFile())).witnessed()).isEqualTo(1);
  }

  @Test
  void namesTheCheckpointOfTheFileThatTheDatabaseLost() {
    change("DELETE FROM audit_checkpoint");
    change("UPDATE audit_checkpoint_head SET checkpoint_no = 0, checkpoint_hash = NULL");
    assertThat(log.verify(file(log.checkpointFile())).findings())
        .extracting(VerificationReport.Finding::what)
        .containsExactly("is number 1, which the database does not hold");
  }

  @Test
  void refusesAFileThatSomebodyElseSigned(@TempDir Path folder) throws IOException {
    String kept = Files.readString(log.checkpointFile());
    Path forged = Files.writeString(folder.resolve("forged.txt"), kept.replace("made 2", "made 3"));
    assertThat(log.verify(file(forged)).findings())
        .extracting(VerificationReport.Finding::what)
        .containsExactly("has a signature that no configured certificate verifies");
  }

  @Test
  void readsAFileThatAnEditorMarkedAsUnicode(@TempDir Path folder) throws IOException {
    String kept = Files.readString(log.checkpointFile());
    Path marked = Files.writeString(folder.resolve("marked.txt"), "\uFEFF" + kept);
    assertThat(log.verify(file(marked)).isWhole()).isTrue();
  }

  @Test
  void saysOfBytesThatAreNoTextThatTheyAreNoCheckpoint(@TempDir Path folder) throws IOException {
    Path kept = Files.copy(log.checkpointFile(), folder.resolve("kept.txt"));
    Files.write(kept, new byte[] {(byte) 0xFF, (byte) 0xC0, '\n'}, StandardOpenOption.APPEND);
    VerificationReport report = log.verify(file(kept));
    assertThat(report.findings())
        .extracting(VerificationReport.Finding::what)
        .containsExactly("is not a checkpoint");
    assertThat(report.fitsByItself()).isTrue();
  }

  @Test
  void findsNoCheckpointInAnEmptyFile(@TempDir Path folder) throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.txt"), "");
    assertThat(log.verify(file(empty)).isWhole()).isFalse();
  }

  @Test
  void findsTheCheckpointThatAnAnswerCarried() {
    CheckpointRef carried = log.get(Checkpoints.class).last();
    Witnesses witness = new Witnesses(null, List.of(), Map.of(carried.number(), carried.hash()));
    assertThat(log.verify(witness).witnessed()).isEqualTo(1);
  }

  @Test
  void namesTheCheckpointThatAnAnswerCarriedAndTheDatabaseDoesNotHold() {
    Witnesses witness = new Witnesses(null, List.of(), Map.of(1L, new byte[32]));
    assertThat(log.verify(witness).findings())
        .extracting(VerificationReport.Finding::where)
        .containsExactly("checkpoint 1");
  }

  private static Witnesses file(Path file) {
    return new Witnesses(null, List.of(file), Map.of());
  }

  private void removeLast(int seq) {
    change("DELETE FROM audit_call WHERE seq = {" + seq + "}");
    change("DELETE FROM audit_row WHERE seq = {" + seq + "}");
  }

  /**
   * Somebody who knows how the chain is made gives the last covered row, and all after it, anew.
   */
  private void rewriteTheThirdRow() {
    StoredRow third = log.get(StoredRows.class).rows(1, base + 3, base + 3).get(0);
    ChainRow row = third.row();
    change("UPDATE audit_call SET purpose = 'another' WHERE seq = {3}");
    // Another range: within a transaction MyBatis remembers what it has read.
    StoredRow forged = log.get(StoredRows.class).rows(1, base + 3, base + 4).get(0);
    byte[] digest =
        ChainRow.contentDigest(row.salt(), Objects.requireNonNull(forged.canonical("node-1")));
    byte[] before = log.get(StoredRows.class).rows(1, base + 2, base + 2).get(0).row().rowHash();
    ChainHead head = new ChainHead(base + 2, before).next(digest);
    log.sql()
        .update(
            placed("UPDATE audit_row SET content_digest = ?, row_hash = ? WHERE seq = {3}"),
            digest,
            head.hash());
    for (StoredRow next : log.get(StoredRows.class).rows(1, base + 4, base + 5)) {
      head = head.next(next.row().contentDigest());
      log.sql().update("UPDATE audit_row SET row_hash = ? WHERE seq = ?", head.hash(), head.seq());
    }
    log.sql().update("UPDATE audit_node SET last_hash = ?", head.hash());
  }
}
