package tw.gov.mocs.hub.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RocDayTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "115/12/01",
        "115.12.1",
        "115-12-01",
        "１１５／１２／０１",
        " 115/12/1 ",
        "民國115年12月1日",
        "１１５年１２月１日"
      })
  void isReadAsPeopleWriteIt(String typed) {
    assertThat(RocDay.of(typed))
        .returns(typed, RocDay::typed)
        .returns(LocalDate.of(2026, 12, 1), RocDay::day)
        .returns(false, RocDay::isUnread);
  }

  @ParameterizedTest
  @CsvSource({
    "115/02/30, form.day.none",
    "115-13-01, form.day.none",
    "0/1/1, form.day.none",
    "2026/12/01, form.day.western",
    "２０２６-12-01, form.day.western",
    "2026年12月1日, form.day.western",
    "1911/12/31, form.day.malformed",
    "1150/12, form.day.malformed",
    "明天, form.day.malformed"
  })
  void saysWhatIsWrong(String typed, String key) {
    assertThat(RocDay.of(typed))
        .returns(true, RocDay::isUnread)
        .returns(key, RocDay::wrong)
        .returns(typed, RocDay::typed);
  }

  @Test
  void namesTheRocYearOfAWesternOne() {
    assertThat(RocDay.of("2026/12/01").told()).containsExactly("2026", "115");
  }

  @Test
  void tellsNothingOfAnyOtherText() {
    assertThat(RocDay.of("明天").told()).isEmpty();
  }

  @Test
  void isNothingWhereNothingWasTyped() {
    assertThat(RocDay.of(" ")).isEqualTo(RocDay.of(null)).returns(false, RocDay::isUnread);
  }
}
