package tw.gov.mocs.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VerificationTest {

  private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");

  private final Verification verification = new Verification(rows -> {});

  @Test
  void findsRowsThatShouldBeCoveredByNow() {
    rowsUncoveredFor(Duration.ofMinutes(4));
    verification.requireCoverAfter(Duration.ofMinutes(3));
    assertThat(verification.report().findings())
        .extracting(VerificationReport.Finding::where)
        .containsExactly("node-1 row 7");
  }

  @Test
  void acceptsRowsThatWaitForTheNextCheckpoint() {
    rowsUncoveredFor(Duration.ofMinutes(2));
    verification.requireCoverAfter(Duration.ofMinutes(3));
    assertThat(verification.report().isWhole()).isTrue();
  }

  @Test
  void acceptsALogThatIsCoveredToItsEnd() {
    verification.rowFits(START);
    verification.rowFits(START.plus(Duration.ofDays(1)));
    verification.requireCoverAfter(Duration.ofMinutes(3));
    assertThat(verification.report().isWhole()).isTrue();
  }

  @Test
  void namesAHundredFaultsOfAChainAndCountsTheRest() {
    for (int row = 1; row <= 103; row++) {
      verification.found("the chain of node-1", "node-1 row " + row, "has changed content");
    }
    verification.found("the chain of node-2", "node-2 row 7", "has changed content");
    assertThat(verification.report().findings())
        .hasSize(102)
        .endsWith(
            new VerificationReport.Finding("node-2 row 7", "has changed content"),
            new VerificationReport.Finding(
                "the chain of node-1", "has 3 more faults than are named here"));
  }

  private void rowsUncoveredFor(Duration time) {
    verification.rowFits(START);
    verification.rowFits(START.plus(time));
    verification.rowsAreUncovered("node-1 row 7", 2, START);
  }
}
