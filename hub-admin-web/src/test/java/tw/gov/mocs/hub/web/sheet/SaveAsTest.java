package tw.gov.mocs.hub.web.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class SaveAsTest {

  @Test
  void namesAFileInChineseForEveryBrowser() {
    HttpHeaders headers =
        SaveAs.headers(SheetFormat.CSV.fileName("欄位說明"), SheetFormat.CSV.mediaType());
    assertThat(headers.getFirst(HttpHeaders.CONTENT_DISPOSITION))
        .startsWith("attachment;")
        .contains("filename*=UTF-8''%E6%AC%84%E4%BD%8D%E8%AA%AA%E6%98%8E.csv");
    assertThat(headers.getFirst(HttpHeaders.CONTENT_TYPE)).isEqualTo("text/csv;charset=UTF-8");
  }

  @Test
  void keepsANameFromEndingItsHeader() {
    HttpHeaders headers = SaveAs.headers("a\"\r\nX: 1.csv", SheetFormat.CSV.mediaType());
    assertThat(headers.getFirst(HttpHeaders.CONTENT_DISPOSITION)).doesNotContain("\r", "\n");
  }
}
