package tw.gov.mocs.hub.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.application.Ministry;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;

/** Many reports at once, on every database. */
@OnEveryDatabase
class IncidentNumbersTest {

  private static final int THREADS = 6;
  private static final int EACH = 9;

  private final Incidents incidents;
  private final TransactionTemplate transactions;
  private final Ministry mine;

  IncidentNumbersTest(TestDatabase database) {
    ApplicationContext core = TestCore.shared(database);
    incidents = core.getBean(Incidents.class);
    transactions = core.getBean(TransactionTemplate.class);
    mine = new Ministry(core);
  }

  @Test
  void leavesNoGapWhenManyReportAndSomeFail() throws Exception {
    int first = Integer.parseInt(report(Incidents.newFormKey())) + 1;
    List<String> given = new ArrayList<>();
    atOnce(this::reportSome).forEach(given::addAll);
    assertThat(given)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(first, first + given.size()).mapToObj("%08d"::formatted).toList());
  }

  @Test
  void manyClicksOnOneFormReportOnce() throws Exception {
    String formKey = Incidents.newFormKey();
    assertThat(atOnce(() -> report(formKey))).hasSize(THREADS).containsOnly(report(formKey));
    assertThat(incidents.search(IncidentSearch.all(mine.agency.id(), 1, 10)).total()).isEqualTo(1);
  }

  /** Every third report fails after it got its number. */
  private List<String> reportSome() {
    List<String> committed = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      boolean fails = i % 3 == 0;
      String number =
          transactions.execute(
              status -> {
                String taken = report(Incidents.newFormKey());
                if (fails) {
                  status.setRollbackOnly();
                }
                return taken;
              });
      if (!fails && number != null) {
        committed.add(number);
      }
    }
    return committed;
  }

  private String report(String formKey) {
    return incidents
        .report(mine.agency.id(), formKey, Reports.small(), mine.applicant.actor())
        .number()
        .value();
  }

  private static <T> Collection<T> atOnce(Callable<T> work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> each : pool.invokeAll(Collections.nCopies(THREADS, work))) {
        results.add(each.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }
}
