package tw.gov.mocs.hub.web.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportFormTest {

  @Test
  void readsATimeInWideDigits() {
    assertThat(at("９：３０"))
        .returns(false, ReportForm::hasNoTime)
        .extracting(form -> form.content(List.of()).occurredAt())
        .isEqualTo(LocalTime.of(9, 30));
  }

  @Test
  void doesNotTakeTheEndOfADayForItsBegin() {
    assertThat(at("24:00"))
        .returns(true, ReportForm::hasNoTime)
        .extracting(form -> form.content(List.of()).occurredAt())
        .isNull();
  }

  private static ReportForm at(String time) {
    return new ReportForm("", "", "", "115/11/02", time, "", "", "", "");
  }
}
