package tw.gov.mocs.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;

/** What the verification still says of a log behind the first thing that does not fit. */
@OnEveryDatabase
class BrokenLogTest extends SpoiledLog {

  private static final String UNPROVEN =
      "cannot be proven: the chain is interrupted before the next checkpoint or the end";
  private static final String STRAY = "has content but is no row: it was added";

  BrokenLogTest(TestDatabase database) {
    super(database, BrokenLogTest::written, 8);
  }

  /** Three rows under the second checkpoint, three under the third, two under none. */
  private static OwnLog written(TestDatabase database) {
    OwnLog log = new OwnLog(database);
    log.end();
    log.checkpoint();
    log.append(3);
    log.checkpoint();
    log.append(3);
    log.checkpoint();
    log.append(2);
    log.index();
    return log;
  }

  @Test
  void namesEveryRowWhoseContentDoesNotFit() {
    change("DELETE FROM audit_call WHERE seq = {1}");
    change("UPDATE audit_call SET purpose = 'another' WHERE seq = {2}");
    change("UPDATE audit_call SET purpose = 'another' WHERE seq = {5}");
    change("UPDATE audit_call SET purpose = 'another' WHERE seq = {8}");
    assertFaults(
        "node-1 row {1} has lost its content",
        "node-1 row {2} has changed content",
        "node-1 row {5} has changed content",
        "node-1 row {8} has changed content");
  }

  @Test
  void countsTheRowsThatDoNotFitApartFromThoseThatDo() {
    change("DELETE FROM audit_call WHERE seq = {1}");
    change("UPDATE audit_call SET purpose = 'another' WHERE seq = {8}");
    VerificationReport report = log.verify();
    assertThat(report.rows()).isEqualTo(base + 6);
    assertThat(report.unproven()).isEqualTo(2);
    assertThat(report.checkpoints()).isEqualTo(3);
  }

  @Test
  void namesARequestThatWasAddedToACallThatKeepsNone() {
    addEvidence(2);
    assertFaults("node-1 row {2} has other evidence than was kept");
  }

  @Test
  void namesARequestThatWasAddedToAnAct() {
    addEvidence(1 - base);
    assertFaults("node-1 row 1 has content that was added");
  }

  @Test
  void namesTheActThatWasAddedToACall() {
    change("UPDATE audit_act SET seq = {2} WHERE seq = 1");
    assertFaults("node-1 row 1 has lost its content", "node-1 row {2} has content that was added");
  }

  @Test
  void namesContentOfACallWhereThereIsNoRow() {
    change("UPDATE audit_call SET seq = {9} WHERE seq = {8}");
    assertFaults("node-1 row {8} has lost its content", "node-1 row {9} " + STRAY);
  }

  @Test
  void namesContentOfAnActWhereThereIsNoRow() {
    change("UPDATE audit_act SET seq = 0 WHERE seq = 1");
    assertFaults("node-1 row 1 has lost its content", "node-1 row 0 " + STRAY);
  }

  @Test
  void namesARequestWhereThereIsNoRow() {
    addEvidence(9);
    assertFaults("node-1 row {9} " + STRAY);
  }

  @Test
  void namesContentOfANodeThatThereIsNot() {
    change("UPDATE audit_call SET node_id = 99 WHERE seq = {8}");
    assertFaults("node-1 row {8} has lost its content", "node no. 99 row {8} " + STRAY);
  }

  @Test
  void namesAChangeBehindARowThatIsMissing() {
    change("DELETE FROM audit_row WHERE seq = {1}");
    change("UPDATE audit_call SET purpose = 'another' WHERE seq = {6}");
    assertFaults(
        "node-1 row {1} is missing",
        "node-1 rows {1} to {2} " + UNPROVEN, "node-1 row {6} has changed content");
  }

  @Test
  void countsNoRowAsFittingThatNothingSignedLeadsTo() {
    change("DELETE FROM audit_row WHERE seq = {2}");
    VerificationReport report = log.verify();
    assertThat(report.rows()).isEqualTo(base + 5);
    assertThat(report.unproven()).isEqualTo(2);
    assertThat(report.checkpoints()).isEqualTo(2);
  }

  @Test
  void namesRowsThatAreMissingTogetherOnce() {
    change("DELETE FROM audit_row WHERE seq IN ({5}, {6})");
    assertFaults("node-1 rows {5} to {6} are missing", "node-1 rows {4} to {6} " + UNPROVEN);
  }

  @Test
  void namesAChangeBehindARowWhoseHashWasChanged() {
    change("UPDATE audit_row SET row_hash = content_digest WHERE seq = {1}");
    change("UPDATE audit_call SET purpose = 'another' WHERE seq = {3}");
    assertFaults("node-1 row {1} " + ChainWalk.UNCHAINED, "node-1 row {3} has changed content");
  }

  @Test
  void namesAChangeBehindARowWhoseDigestWasChanged() {
    change("UPDATE audit_row SET content_digest = row_hash WHERE seq = {1}");
    change("UPDATE audit_call SET purpose = 'another' WHERE seq = {3}");
    assertFaults("node-1 row {1} " + ChainWalk.UNCHAINED, "node-1 row {3} has changed content");
  }

  /** A whole chain written anew from some row on fits in itself: what is signed decides. */
  @Test
  void findsThatARewrittenRestOfTheChainIsNotWhatWasSigned() {
    rewriteFrom(2);
    assertFaults(
        "checkpoint 2, node-1 rows {1} to {3} signed other rows",
        "node-1 row {4} " + ChainWalk.UNCHAINED,
        "checkpoint 3, node-1 rows {4} to {6} signed other rows",
        "node-1 row {7} " + ChainWalk.UNCHAINED);
  }

  @Test
  void doesNotBelieveRowsBetweenAForgedOneAndAMissingOne() {
    rewriteFrom(4);
    change("DELETE FROM audit_row WHERE seq = {6}");
    assertThat(log.verify().rows()).isEqualTo(base + 4);
  }

  @Test
  void goesOnBehindACheckpointThatIsMissing() {
    change("DELETE FROM audit_checkpoint WHERE checkpoint_no = 2");
    change("UPDATE audit_call SET purpose = 'another' WHERE seq = {5}");
    assertFaults("checkpoint 2 is missing", "node-1 row {5} has changed content");
    assertThat(log.verify().rows()).isEqualTo(base + 7);
  }

  @Test
  void goesOnBehindACheckpointThatNobodySigned() {
    change("UPDATE audit_checkpoint SET signature = checkpoint_hash WHERE checkpoint_no = 2");
    change("UPDATE audit_call SET purpose = 'another' WHERE seq = {2}");
    assertFaults(
        "checkpoint 2 has a signature that no configured certificate verifies",
        "node-1 row {2} has changed content");
  }

  private void addEvidence(long row) {
    int added =
        log.sql()
            .update(
                "INSERT INTO audit_evidence (node_id, seq, key_id, sealed)"
                    + " SELECT node_id, CAST(? AS NUMERIC), 'key', salt FROM audit_row WHERE seq = 1",
                base + row);
    assertThat(added).isEqualTo(1);
  }

  /** Changes a row as somebody does who knows how the chain is made. */
  private void rewriteFrom(int row) {
    byte[] digest = new byte[32];
    StoredRows rows = log.get(StoredRows.class);
    byte[] before = rows.rows(1, base + row - 1, base + row - 1).get(0).row().rowHash();
    ChainHead head = new ChainHead(base + row - 1, before);
    change("UPDATE audit_call SET purpose = 'another' WHERE seq = {" + row + "}");
    for (StoredRow next : rows.rows(1, base + row, base + 8)) {
      byte[] content = next.canonical("node-1");
      digest = ChainRow.contentDigest(next.row().salt(), content == null ? digest : content);
      head = head.next(digest);
      log.sql()
          .update(
              "UPDATE audit_row SET content_digest = ?, row_hash = ? WHERE seq = ?",
              digest,
              head.hash(),
              head.seq());
    }
    log.sql().update("UPDATE audit_node SET last_hash = ?", head.hash());
  }
}
