package tw.gov.mocs.hub.web.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

class ListFileTest {

  private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

  private final MockHttpServletRequest request = new MockHttpServletRequest();
  private final MockHttpServletResponse response = new MockHttpServletResponse();
  private final StaticMessageSource messages = new StaticMessageSource();

  ListFileTest() {
    request.addPreferredLocale(Locale.ENGLISH);
    messages.addMessage("title", Locale.ENGLISH, "Numbers");
    messages.addMessage("number", Locale.ENGLISH, "Number");
    messages.addMessage("twice", Locale.ENGLISH, "Twice");
  }

  @Test
  void readsPageAfterPageUntilOneIsEmpty() throws IOException {
    file().send("csv", (page, before) -> page < 3 ? List.of(page) : List.of(), response);
    assertThat(response.getContentAsString(UTF_8))
        .isEqualTo("\uFEFF\"Number\",\"Twice\"\r\n1,2\r\n2,4\r\n");
  }

  @Test
  void isOfOneMoment() throws IOException {
    List<Instant> moments = new ArrayList<>();
    file()
        .send(
            "ods",
            (page, before) -> {
              moments.add(before);
              return page < 3 ? List.of(page) : List.of();
            },
            response);
    assertThat(moments).hasSize(3).containsOnly(NOW);
  }

  @Test
  void isSavedUnderTheNameOfTheList() throws IOException {
    file().send("csv", ListFile.Rows.of(List.of(1)), response);
    assertThat(response.getHeader(HttpHeaders.CONTENT_DISPOSITION))
        .contains("attachment", "Numbers.csv");
    assertThat(response.isCommitted()).isTrue();
  }

  @Test
  void hasANameWithoutBlanksAndBrackets() throws IOException {
    messages.addMessage("title", Locale.ENGLISH, "Review results [search] (of all)");
    file().send("csv", ListFile.Rows.of(List.of(1)), response);
    assertThat(response.getHeader(HttpHeaders.CONTENT_DISPOSITION))
        .contains("Review-results-search-of-all.csv");
  }

  @Test
  void isNamedByItsAddressWhereOnlyAsciiIsRead() throws IOException {
    messages.addMessage("title", Locale.ENGLISH, "其他設定");
    request.setRequestURI("/admin/settings/fixed");
    file().send("ods", ListFile.Rows.of(List.of(1)), response);
    assertThat(response.getHeader(HttpHeaders.CONTENT_DISPOSITION))
        .contains("filename=\"admin-settings-fixed.ods\"");
  }

  @Test
  void isNoFileWhenTheListCannotBeRead() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                file()
                    .send(
                        "csv",
                        (page, before) -> {
                          throw new IllegalStateException("no database");
                        },
                        response));
    assertThat(response.getHeaderNames()).isEmpty();
  }

  @Test
  void refusesAFormatThatIsNone() {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> file().send("exe", ListFile.Rows.of(List.of(1)), response))
        .returns(ErrorCode.NOT_FOUND, HubException::code);
  }

  private ListFile<Integer> file() {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    return new ListFiles(messages, clock)
        .<Integer>begin("title", request)
        .column("number", one -> one)
        .column("twice", one -> 2 * one);
  }
}
