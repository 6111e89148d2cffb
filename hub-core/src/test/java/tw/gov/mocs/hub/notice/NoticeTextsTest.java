package tw.gov.mocs.hub.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tw.gov.mocs.hub.shared.RocDate;

class NoticeTextsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final NoticeTexts texts =
      new NoticeTexts(
          new Binder(new MapConfigurationPropertySource())
              .bindOrCreate("hub.notice", NoticeSettings.class),
          () ->
              new Binder(new MapConfigurationPropertySource())
                  .bindOrCreate("hub.contact", ContactSettings.class));

  @ParameterizedTest
  @EnumSource
  void leavesNoPlaceUnfilled(NoticeKind kind) {
    NoticeDraft draft =
        new NoticeDraft(kind, List.of("one@example.gov.tw"), "王小明", "12345678", TODAY.plusDays(30));
    String subject = texts.subject(draft, TODAY);
    String text = texts.text(draft, TODAY);
    assertThat(subject + text).doesNotContain("{", "}", "''");
    assertThat(text).contains("12345678").contains("王小明");
    assertThat(subject).hasSizeLessThan(300);
    // The English half holds no Chinese but the reader's name.
    assertThat(text.substring(text.indexOf("----")).replace("王小明", ""))
        .doesNotContainPattern("\\p{IsHan}");
  }

  @ParameterizedTest
  @CsvSource({"1, in 1 day.", "30, in 30 days."})
  void tellsDaysAsThePagesDo(int days, String english) {
    LocalDate last = TODAY.plusDays(days);
    NoticeDraft draft =
        new NoticeDraft(
            NoticeKind.GRANT_ENDING, List.of("one@example.gov.tw"), "王小明", "APSQ11500001", last);
    String[] halves = texts.text(draft, TODAY).split("----");
    assertThat(halves).allSatisfy(half -> assertThat(half).contains(new RocDate(last).toString()));
    assertThat(halves[1]).contains(english);
  }

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(keys(Locale.ENGLISH)).isEqualTo(keys(Locale.TRADITIONAL_CHINESE));
  }

  private static Set<String> keys(Locale locale) {
    return ResourceBundle.getBundle(
            "tw.gov.mocs.hub.notice.notices",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
        .keySet();
  }
}
