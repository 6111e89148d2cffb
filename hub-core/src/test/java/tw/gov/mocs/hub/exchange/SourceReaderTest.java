package tw.gov.mocs.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.catalogue.ServiceStatus;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.ReadingCore;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.exchange.AccessDecision.Allowed;

/** SELECT alone is enough for the query of a call. */
@OnEveryDatabase
class SourceReaderTest {

  private final TestDatabase database;

  SourceReaderTest(TestDatabase database) {
    this.database = database;
  }

  @Test
  void readsTheRowsOfACall() throws Exception {
    assumeTrue(database != TestDatabase.ORACLE);
    try (ReadingCore core = new ReadingCore(database)) {
      Rows rows = new Rows();
      AccessQuestion question =
          new AccessQuestion(
              Samples.AGENCY,
              InetAddress.getLoopbackAddress(),
              Samples.DAY,
              Samples.request(Samples.values("idNo", "A100000001")),
              Samples.grant(),
              Samples.service("REVIEW", ServiceStatus.OPEN),
              "{}");
      Allowed allowed = (Allowed) core.get(AccessDecider.class).decide(question);
      core.get(RowReader.class).read(allowed.plan(), asOf -> {}, rows);
      assertThat(rows.recordNumbers).containsExactly("R1");
    }
  }

  /** Keeps the first field of each row. */
  private static final class Rows implements AnswerWriter {

    private final List<@Nullable String> recordNumbers = new ArrayList<>();

    @Override
    public void begin(AnswerHead head) {}

    @Override
    public void row(@Nullable String[] values) {
      recordNumbers.add(values[0]);
    }

    @Override
    public long bytes() {
      return 0;
    }

    @Override
    public byte[] end(@Nullable String nextPage) {
      return new byte[32];
    }
  }
}
