package tw.gov.mocs.hub.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RocDateTest {

  @Test
  void readsTheManualsDate() {
    assertThat(RocDate.parse("102/12/26").day()).isEqualTo(LocalDate.of(2013, 12, 26));
  }

  @Test
  void writesMonthAndDayWithTwoDigits() {
    assertThat(new RocDate(LocalDate.of(2026, 1, 2))).hasToString("115/01/02");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/01/01", "115/13/01", "115/02/29", "115-01-01", "2026/01/01", "", "a"})
  void refusesWhatIsNoRocDay(String text) {
    assertThatThrownBy(() -> RocDate.parse(text)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void refusesDaysBeforeTheFirstYear() {
    assertThatThrownBy(() -> new RocDate(LocalDate.of(1911, 12, 31)))
        .isInstanceOf(DateTimeException.class);
  }

  @Test
  void changesTheYearAtMidnightInTaipei() {
    assertThat(RocDate.yearOf(Instant.parse("2026-12-31T15:59:59Z"))).isEqualTo(115);
    assertThat(RocDate.yearOf(Instant.parse("2026-12-31T16:00:00Z"))).isEqualTo(116);
  }

  @Test
  void aSignedTextNamesAMomentForPeopleAndForPrograms() {
    assertThat(SignedTime.text(Instant.parse("2013-12-29T20:45:12.9Z")))
        .isEqualTo("民國 102/12/30 04:45:12 (2013-12-30T04:45:12+08:00)");
  }
}
