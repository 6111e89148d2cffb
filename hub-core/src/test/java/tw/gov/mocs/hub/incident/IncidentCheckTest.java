package tw.gov.mocs.hub.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.catalogue.InitialCatalogue;

class IncidentCheckTest {

  private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 23, 10, 0);
  private static final CatalogueSnapshot CATALOGUE = InitialCatalogue.snapshot();

  @Test
  void findsNothingWrongWithALittle() {
    assertThat(faults(on(NOW.toLocalDate(), null))).isEmpty();
  }

  @Test
  void namesAllFaultsAtOnce() {
    IncidentContent empty =
        new IncidentContent(null, null, null, null, null, "X", "Y", null, List.of());
    assertThat(faults(empty))
        .containsExactlyInAnyOrder(
            "contactName MISSING",
            "contactPhone MISSING",
            "contactMail MISSING",
            "occurredOn MISSING",
            "applicationNo MALFORMED",
            "serviceCode MALFORMED",
            "description MISSING");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24, , occurredOn FUTURE",
    "2021-11-22, , occurredOn TOO_EARLY",
    "2026-11-23, 10:01, occurredAt FUTURE",
    "2026-11-23, 10:00, ",
    "2026-11-22, 23:59, ",
    "2021-11-23, , "
  })
  void takesDaysOfFiveYearsUntilNow(
      LocalDate day, @Nullable LocalTime time, @Nullable String fault) {
    assertThat(faults(on(day, time))).isEqualTo(fault == null ? List.of() : List.of(fault));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"someone", "a,b@example.gov.tw", "a@b@c.tw", "a@example.gov.tw\nBcc: b@c.tw"})
  void refusesWhatIsNoMailAddress(String mail) {
    IncidentContent content =
        new IncidentContent(
            "王小明", "0282366666", mail, NOW.toLocalDate(), null, "", "", "無法登入", List.of());
    assertThat(faults(content)).containsExactly("contactMail MALFORMED");
  }

  @Test
  void measuresEveryText() {
    IncidentContent full = lengths(0);
    assertThat(faults(full)).isEmpty();
    assertThat(faults(lengths(1)))
        .containsExactlyInAnyOrder(
            "contactName TOO_LONG",
            "contactPhone TOO_LONG",
            "contactMail TOO_LONG",
            "callId TOO_LONG",
            "description TOO_LONG",
            "attachments TOO_LONG");
  }

  private static IncidentContent lengths(int more) {
    String domain = "@" + ("a".repeat(60) + ".").repeat(3) + "gov.tw";
    int local = IncidentContent.LONGEST_MAIL - domain.length();
    return new IncidentContent(
        "名".repeat(IncidentContent.LONGEST_NAME + more),
        "1".repeat(IncidentContent.LONGEST_PHONE + more),
        "m".repeat(local + more) + domain,
        NOW.toLocalDate(),
        null,
        "",
        "",
        "C".repeat(IncidentContent.LONGEST_CALL_ID + more),
        "容".repeat(IncidentContent.LONGEST_DESCRIPTION + more),
        LongStream.range(0, IncidentContent.MOST_ATTACHMENTS + more)
            .mapToObj(id -> new Attachment(id, "a.png", "ab".repeat(32), 1))
            .toList());
  }

  @Test
  void refusesTheSameAttachmentTwice() {
    assertThat(
            faults(
                Reports.content(
                    "王小明",
                    NOW.toLocalDate(),
                    null,
                    "",
                    "",
                    "無法登入",
                    Collections.nCopies(2, Reports.SCREEN))))
        .containsExactly("attachments REPEATED");
  }

  @Test
  void refusesControlCharacters() {
    assertThat(
            faults(Reports.content("王\n明", NOW.toLocalDate(), null, "", "", "a\u0000b", List.of())))
        .containsExactlyInAnyOrder("contactName MALFORMED", "description MALFORMED");
  }

  @Test
  void refusesAServiceThatTheCatalogueDoesNotHave() {
    assertThat(
            faults(
                Reports.content(
                    "王小明", NOW.toLocalDate(), null, "", "SQ_XX_999", "無法登入", List.of())))
        .containsExactly("serviceCode UNKNOWN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/passwd", "a\\b", "", "a\u0000.png"})
  void anAttachmentHasAPlainName(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Attachment(1, name, "ab".repeat(32), 1));
  }

  private static IncidentContent on(LocalDate day, @Nullable LocalTime time) {
    return Reports.content("王小明", day, time, "", "", "無法登入", List.of());
  }

  private static List<String> faults(IncidentContent content) {
    return IncidentCheck.of(content, CATALOGUE, NOW, number -> true).stream()
        .map(IncidentFault::toString)
        .toList();
  }
}
