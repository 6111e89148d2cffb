package tw.gov.mocs.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;

/** What the verification says of a search index that does not say what the log says. */
@OnEveryDatabase
class BrokenIndexTest extends SpoiledLog {

  private static final String REMEDY = "; ./hub log-index remake makes it anew";
  private static final String OTHER = "is not in the search index as the log says" + REMEDY;
  private static final String TOO_FAR =
      "is in the search index, which has not come so far" + REMEDY;

  BrokenIndexTest(TestDatabase database) {
    super(database, BrokenIndexTest::written, 6);
  }

  /** Calls of one person each, three of them under a checkpoint; their criteria name another. */
  private static OwnLog written(TestDatabase database) {
    OwnLog log = new OwnLog(database);
    log.end();
    log.append(3);
    log.checkpoint();
    log.append(2);
    log.append(Calls.served(log.log(), 70));
    log.index();
    return log;
  }

  @Test
  void findsAnUntouchedIndexWhole() {
    assertFaults();
  }

  @Test
  void namesTheCallThatIsFoundByAnotherNumber() {
    change("UPDATE log_index_call SET request_id = 'zz' WHERE seq = {2}");
    assertFaults("node-1 row {2} " + OTHER);
  }

  @Test
  void namesTheCallThatIsFoundByNoServiceAnyMore() {
    change("UPDATE log_index_call SET service_code = NULL WHERE seq = {5}");
    assertFaults("node-1 row {5} " + OTHER);
  }

  @Test
  void namesTheCallThatIsNotFoundAtAll() {
    change("DELETE FROM log_index_call WHERE seq = {4}");
    assertFaults("node-1 row {4} " + OTHER);
  }

  @Test
  void namesTheFirstOfSeveralAndSaysHowMany() {
    change("UPDATE log_index_call SET request_id = 'zz' WHERE seq IN ({3}, {5})");
    change("DELETE FROM log_index_person WHERE seq IN ({2}, {3})");
    assertFaults(
        "node-1 row {2} is the first of 3 rows that are not in the search index as the log says"
            + REMEDY);
  }

  @Test
  void namesTheDisclosureThatIsNotFoundByOneOfItsPersons() {
    change(
        "DELETE FROM log_index_person WHERE seq = {6}"
            + " AND person_hash = (SELECT MIN(person_hash) FROM log_index_person WHERE seq = {6})");
    assertFaults("node-1 row {6} " + OTHER);
  }

  @Test
  void namesTheDisclosureThatIsFoundByAPersonWhoIsNotInIt() {
    change(
        "INSERT INTO log_index_person (person_hash, node_id, seq)"
            + " SELECT salt, node_id, seq FROM audit_row WHERE seq = {2}");
    assertFaults("node-1 row {2} " + OTHER);
  }

  @Test
  void namesTheCallThatIsNotFoundByWhomItAskedFor() {
    change("DELETE FROM log_index_asked WHERE seq = {3}");
    assertFaults("node-1 row {3} " + OTHER);
  }

  @Test
  void namesTheCallThatIsFoundByWhomItDidNotAskFor() {
    change(
        "INSERT INTO log_index_asked (person_hash, node_id, seq)"
            + " SELECT salt, node_id, seq FROM audit_row WHERE seq = {2}");
    assertFaults("node-1 row {2} " + OTHER);
  }

  @Test
  void namesTheActThatIsFoundAsIfItWereACall() {
    change("UPDATE log_index_person SET seq = 1 WHERE seq = {1}");
    assertFaults(
        "node-1 row 1 is the first of 2 rows that are not in the search index as the log says"
            + REMEDY);
  }

  @Test
  void namesALineWhereTheIndexHasNotComeTo() {
    change("UPDATE log_index_state SET persons_upto = {4}");
    assertFaults("node-1 row {5} " + TOO_FAR);
  }

  @Test
  void namesALineBeforeTheFirstRow() {
    change("UPDATE log_index_call SET seq = 0 WHERE seq = {1}");
    assertFaults("node-1 row {1} " + OTHER, "node-1 row 0 " + TOO_FAR);
  }

  @Test
  void namesALineOfANodeThatThereIsNot() {
    change(
        "INSERT INTO log_index_asked (person_hash, node_id, seq)"
            + " SELECT salt, 99, seq FROM audit_row WHERE seq = {2}");
    assertFaults("node no. 99 row {2} " + TOO_FAR);
  }

  @Test
  void asksForNoLineWhereTheIndexHasNotComeTo() {
    change("UPDATE log_index_state SET persons_upto = {4}, asked_upto = {4}, calls_upto = {4}");
    change("DELETE FROM log_index_person WHERE seq > {4}");
    change("DELETE FROM log_index_asked WHERE seq > {4}");
    change("DELETE FROM log_index_call WHERE seq > {4}");
    assertFaults();
  }

  /** What its line should say nobody knows. */
  @Test
  void saysNothingOfTheLineOfACallThatDoesNotFit() {
    change("UPDATE audit_call SET request_id = 'zz', persons = NULL WHERE seq = {2}");
    assertFaults("node-1 row {2} has changed content");
  }

  @Test
  void countsTheRowsAsFittingWhoseLinesDoNot() {
    change("DELETE FROM log_index_call WHERE seq = {4}");
    assertThat(log.verify().rows()).isEqualTo(base + 6);
    assertThat(log.verify().isWhole()).isFalse();
  }
}
