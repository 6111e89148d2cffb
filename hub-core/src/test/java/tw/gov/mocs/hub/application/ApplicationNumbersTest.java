package tw.gov.mocs.hub.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** The numbers of applications, on every database; each test has a year of its own. */
@OnEveryDatabase
class ApplicationNumbersTest {

  private static final AtomicInteger YEARS = new AtomicInteger(2100);
  private static final int THREADS = 16;
  private static final int EACH = 10;

  private final ApplicationNumbers numbers;
  private final TransactionTemplate transactions;
  private final JdbcTemplate jdbc;
  private final int year = YEARS.incrementAndGet();

  ApplicationNumbersTest(TestDatabase database) {
    ApplicationContext core = TestCore.shared(database);
    numbers = core.getBean(ApplicationNumbers.class);
    transactions = core.getBean(TransactionTemplate.class);
    jdbc = new JdbcTemplate(core.getBean("hubDataSource", DataSource.class));
  }

  @Test
  void eachKindCountsFromOne() {
    Instant day = Instant.parse(year + "-06-01T00:00:00Z");
    assertThat(next(DeliveryMethod.WEB_SERVICE, day)).isEqualTo("APSQ" + (year - 1911) + "00001");
    assertThat(next(DeliveryMethod.WEB_SERVICE, day)).endsWith("00002");
    assertThat(next(DeliveryMethod.ONE_TIME_FILE, day)).isEqualTo("APFQ" + (year - 1911) + "00001");
  }

  @Test
  void theYearChangesAtMidnightOfTaipei() {
    Instant lastSecond = Instant.parse(year + "-12-31T15:59:59.999Z");
    int roc = year - 1911;
    assertThat(next(DeliveryMethod.WEB_SERVICE, lastSecond)).startsWith("APSQ" + roc);
    assertThat(next(DeliveryMethod.WEB_SERVICE, lastSecond.plusMillis(1)))
        .isEqualTo("APSQ" + (roc + 1) + "00001");
    assertThat(next(DeliveryMethod.WEB_SERVICE, lastSecond)).isEqualTo("APSQ" + roc + "00002");
    YEARS.incrementAndGet();
  }

  @Test
  void leavesNoGapWhenManySubmitAndSomeFail() throws Exception {
    Instant day = Instant.parse(year + "-06-01T00:00:00Z");
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    List<String> given = new ArrayList<>();
    try {
      Callable<List<String>> worker = () -> submitSome(day);
      for (Future<List<String>> each :
          pool.invokeAll(IntStream.range(0, THREADS).mapToObj(i -> worker).toList())) {
        given.addAll(each.get());
      }
    } finally {
      pool.shutdownNow();
    }
    String prefix = "APSQ" + (year - 1911);
    assertThat(given)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, given.size())
                .mapToObj(number -> prefix + "%05d".formatted(number))
                .toList());
  }

  @Test
  void saysWhenTheYearsNumbersAreUsedUp() {
    Instant day = Instant.parse(year + "-06-01T00:00:00Z");
    next(DeliveryMethod.WEB_SERVICE, day);
    jdbc.update(
        "UPDATE application_counter SET last_sequence = 99998 WHERE roc_year = " + (year - 1911));
    assertThat(next(DeliveryMethod.WEB_SERVICE, day)).endsWith("99999");
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> next(DeliveryMethod.WEB_SERVICE, day))
        .returns(ErrorCode.STATE_CONFLICT, HubException::code);
  }

  /** Every third submission fails after it got its number. */
  private List<String> submitSome(Instant day) {
    List<String> committed = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      boolean fails = i % 3 == 0;
      String number =
          transactions.execute(
              status -> {
                String taken = numbers.next(DeliveryMethod.WEB_SERVICE, day).value();
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

  private String next(DeliveryMethod method, Instant at) {
    String number = transactions.execute(status -> numbers.next(method, at).value());
    return Objects.requireNonNull(number, "number");
  }
}
