package tw.gov.mocs.hub.web.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

class SaveAsTest {

  @Test
  void namesAFileInChineseForEveryBrowser() {
    HttpHeaders headers =
        SaveAs.headers(SheetFormat.CSV.fileName("欄位說明"), SheetFormat.CSV.mediaType());
    assertThat(headers.getFirst(HttpHeaders.CONTENT_DISPOSITION))
        .isEqualTo(
            "attachment; filename=\"file.csv\";"
                + " filename*=UTF-8''%E6%AC%84%E4%BD%8D%E8%AA%AA%E6%98%8E.csv");
    assertThat(headers.getFirst(HttpHeaders.CONTENT_TYPE)).isEqualTo("text/csv;charset=UTF-8");
  }

  @ParameterizedTest
  @CsvSource({
    "SQ_TA_008_勳獎章_欄位說明.csv, SQ_TA_008.csv",
    "APSQ11500001-decision.pdf, APSQ11500001-decision.pdf",
    "來文.pdf, file.pdf",
    "說明, file"
  })
  void namesItInAsciiToo(String name, String plain) {
    assertThat(SaveAs.headers(name, MediaType.TEXT_PLAIN).getFirst(HttpHeaders.CONTENT_DISPOSITION))
        .contains("filename=\"" + plain + "\"");
  }

  @Test
  void keepsANameFromEndingItsHeader() {
    HttpHeaders headers = SaveAs.headers("a\"\r\nX: 1.csv", SheetFormat.CSV.mediaType());
    assertThat(headers.getFirst(HttpHeaders.CONTENT_DISPOSITION)).doesNotContain("\r", "\n");
  }
}
