package tw.gov.mocs.hub.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.notice.NoticeKind;
import tw.gov.mocs.hub.notice.NoticeSearch;
import tw.gov.mocs.hub.notice.Notices;
import tw.gov.mocs.hub.shared.RocDate;

/** What is about to end, on every database, with a clock of the test's own. */
@OnEveryDatabase
class EndingNoticesTest {

  private final TestDatabase database;

  EndingNoticesTest(TestDatabase database) {
    this.database = database;
  }

  @Test
  void tellsOfAGrantAtEachOfTheDaysOnce() {
    try (ConfigurableApplicationContext core = core()) {
      Ministry ministry = new Ministry(core, clock(core).instant());
      // Of 30 days.
      ministry.granted();
      LocalDate last = ministry.period().to();
      assertThat(sweep(core)).isEqualTo(1);
      assertThat(sweep(core)).isZero();
      set(core, last.minusDays(8));
      assertThat(sweep(core)).isZero();
      set(core, last.minusDays(7));
      assertThat(sweep(core)).isEqualTo(1);
      set(core, last);
      assertThat(sweep(core)).isZero();
      set(core, last.plusDays(1));
      assertThat(sweep(core)).isZero();
      assertThat(put(core, NoticeKind.GRANT_ENDING)).isEqualTo(2);
    }
  }

  @Test
  void tellsOnlyTheNearestAfterNobodyLookedForWeeks() {
    try (ConfigurableApplicationContext core = core()) {
      Ministry ministry = new Ministry(core, clock(core).instant());
      ministry.granted();
      set(core, ministry.period().to().minusDays(3));
      assertThat(sweep(core)).isEqualTo(1);
    }
  }

  @Test
  void tellsAgainWhenAGrantWasExtended() {
    try (ConfigurableApplicationContext core = core()) {
      Ministry ministry = new Ministry(core, clock(core).instant());
      ApplicationNumber number = Ministry.number(ministry.granted());
      LocalDate last = ministry.period().to();
      set(core, last.minusDays(5));
      assertThat(sweep(core)).isEqualTo(1);
      ministry.control.extend(number, 1, last.plusDays(2), "展延", Ministry.REVIEWER);
      set(core, last.minusDays(4));
      assertThat(sweep(core)).isEqualTo(1);
    }
  }

  @Test
  void tellsTheContactsOfAnAgencyOfItsCertificate() {
    try (ConfigurableApplicationContext core = core()) {
      Ministry ministry = new Ministry(core, clock(core).instant());
      ApplicationNumber number = Ministry.number(ministry.granted());
      LocalDate end = certificateEnd(ministry);
      ministry.control.extend(number, 1, end.plusDays(100), "展延", Ministry.REVIEWER);
      set(core, end.minusDays(61));
      assertThat(sweep(core)).isZero();
      for (int days : new int[] {60, 30, 7}) {
        set(core, end.minusDays(days));
        assertThat(sweep(core)).isEqualTo(1);
        set(core, end.minusDays(days - 1));
        assertThat(sweep(core)).isZero();
      }
      assertThat(put(core, NoticeKind.CERTIFICATE_ENDING)).isEqualTo(3);
    }
  }

  @Test
  void tellsNobodyOfTheCertificateOfAnAgencyWithoutGrants() {
    try (ConfigurableApplicationContext core = core()) {
      Ministry ministry = new Ministry(core, clock(core).instant());
      ministry.granted();
      // Its grant has ended long before.
      set(core, certificateEnd(ministry).minusDays(7));
      assertThat(sweep(core)).isZero();
    }
  }

  private static LocalDate certificateEnd(Ministry ministry) {
    return RocDate.dayOf(ministry.card.certificate().getNotAfter().toInstant());
  }

  private ConfigurableApplicationContext core() {
    return TestCore.start(
        database, Map.of("hub.application.extension-days", "3660"), MutableClock.Settings.class);
  }

  private static MutableClock clock(ConfigurableApplicationContext core) {
    return core.getBean(MutableClock.class);
  }

  private static void set(ConfigurableApplicationContext core, LocalDate day) {
    clock(core).set(day.atTime(9, 0).atZone(RocDate.TAIPEI).toInstant());
  }

  private static int sweep(ConfigurableApplicationContext core) {
    return core.getBean(EndingNotices.class).sweep();
  }

  private static long put(ConfigurableApplicationContext core, NoticeKind kind) {
    return core.getBean(Notices.class)
        .search(new NoticeSearch(Set.of(), Set.of(kind), null, 1, 10))
        .total();
  }
}
