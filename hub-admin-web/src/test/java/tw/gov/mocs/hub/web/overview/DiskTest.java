package tw.gov.mocs.hub.web.overview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A disk is tight below the limit that the page tells. */
class DiskTest {

  @ParameterizedTest
  @CsvSource({"9, true", "10, false", "100, false", "0, true"})
  void isTightBelowItsLimit(long free, boolean tight) {
    assertThat(new Disk("files", free, 100).isTight()).isEqualTo(tight);
    assertThat(Disk.TIGHT).isEqualTo(10);
  }
}
