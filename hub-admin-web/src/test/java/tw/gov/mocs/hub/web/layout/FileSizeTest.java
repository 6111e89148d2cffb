package tw.gov.mocs.hub.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileSizeTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "1023, 1023 B",
    "1024, 1.0 KB",
    "1536, 1.5 KB",
    "14519, 14 KB",
    "1048575, 1.0 MB",
    "10485760, 10 MB",
    "2147483648, 2.0 GB"
  })
  void readsAsPeopleSayIt(long bytes, String text) {
    assertThat(new FileSize().text(bytes)).isEqualTo(text);
  }
}
