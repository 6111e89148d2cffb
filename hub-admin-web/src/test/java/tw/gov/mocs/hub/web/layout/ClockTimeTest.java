package tw.gov.mocs.hub.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockTimeTest {

  @ParameterizedTest
  @ValueSource(strings = {"9:30", "09:30", "９：３０", "０９：３０", " 9:30\u3000"})
  void isReadAsPeopleWriteIt(String typed) {
    assertThat(ClockTime.read(typed)).isEqualTo(LocalTime.of(9, 30));
  }

  @ParameterizedTest
  @ValueSource(strings = {"24:00", "23:60", "9:3", "9.30", "930", "下午", ""})
  void isNoneWhereThereIsNoSuchMinute(String typed) {
    assertThat(ClockTime.read(typed)).isNull();
  }
}
