package tw.gov.mocs.hub.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A program reads values, not texts. */
class HubRowTest {

  private static final HubRow ROW =
      new HubRow(
          Map.of(
              "name", "王小明",
              "birthDate", "1970-02-28",
              "updatedAt", "2026-01-31T08:00:00.5+08:00",
              "points", "550.25"));

  @Test
  void readsEachType() {
    assertThat(ROW.text("name")).contains("王小明");
    assertThat(ROW.date("birthDate")).contains(LocalDate.of(1970, 2, 28));
    assertThat(ROW.time("updatedAt")).contains(OffsetDateTime.parse("2026-01-31T08:00:00.5+08:00"));
    assertThat(ROW.number("points")).contains(new BigDecimal("550.25"));
  }

  @Test
  void anAbsentFieldIsEmpty() {
    assertThat(ROW.date("leftOn")).isEmpty();
  }

  @Test
  void tellsAnotherTypeWithoutTheValue() {
    assertThatThrownBy(() -> ROW.date("name"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .hasMessageContaining("name")
        .message()
        .doesNotContain("王小明");
  }
}
