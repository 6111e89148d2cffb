package tw.gov.mocs.hub.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.Page;

/** 搜尋, on every database. */
@OnEveryDatabase
class SiteSearchTest {

  private final SiteSearch search;
  private final Announcements announcements;
  private final Downloads downloads;
  private final Faqs faqs;
  private final String word = ContentOf.word();

  SiteSearchTest(TestDatabase database) {
    ApplicationContext core = TestCore.shared(database);
    search = core.getBean(SiteSearch.class);
    announcements = core.getBean(Announcements.class);
    downloads = core.getBean(Downloads.class);
    faqs = core.getBean(Faqs.class);
  }

  /** One of each published, one of each a draft. */
  @BeforeEach
  void write() {
    Bilingual title = new Bilingual(word + " 標題", "Title");
    Bilingual body = new Bilingual("**退休**資料與平臺", "Pension records");
    for (boolean published : new boolean[] {true, false}) {
      announce(title, body, 0, published);
      Download download =
          downloads.create(ContentOf.download(title, body), ContentOf.ADMINISTRATOR);
      downloads.replaceFile(
          download.id(),
          1,
          new ByteArrayInputStream("a".getBytes(UTF_8)),
          "a.txt",
          ContentOf.ADMINISTRATOR);
      Faq faq = faqs.create(ContentOf.faq(title, body, 1), ContentOf.ADMINISTRATOR);
      if (published) {
        downloads.publish(download.id(), 2, ContentOf.ADMINISTRATOR);
        faqs.publish(faq.id(), 1, ContentOf.ADMINISTRATOR);
      }
    }
    announce(title, body, 1, true);
  }

  @Test
  void findsWhatIsPublishedTodayOfEveryKind() {
    assertThat(kinds(word))
        .containsExactly(SearchHit.Kind.ANNOUNCEMENT, SearchHit.Kind.DOWNLOAD, SearchHit.Kind.FAQ);
  }

  @Test
  void needsEveryWord() {
    assertThat(kinds(word + " 退休")).hasSize(3);
    assertThat(kinds(word + " 撫卹")).isEmpty();
  }

  @Test
  void findsWordsOfBothLanguagesWhateverTheirCase() {
    assertThat(kinds(word + " PENSION")).hasSize(3);
  }

  @Test
  void findsTheOtherFormsOfAWord() {
    assertThat(kinds(word + " 平台")).hasSize(3);
    assertThat(kinds(word + " ＰＥＮＳＩＯＮ")).hasSize(3);
  }

  @Test
  void takesWildcardsLiterally() {
    assertThat(kinds(word + " %")).isEmpty();
    assertThat(kinds(word.substring(0, word.length() - 1) + "_")).isEmpty();
  }

  @Test
  void findsNothingForNothing() {
    assertThat(kinds(" ")).isEmpty();
  }

  @Test
  void marksTheHits() {
    SearchHit hit = hits(word + " 退休", Locale.TRADITIONAL_CHINESE).items().get(0);
    assertThat(hit.title().marks()).containsExactly(new MarkedText.Mark(0, word.length()));
    assertThat(hit.excerpt().text()).isEqualTo("退休資料與平臺");
    assertThat(hit.excerpt().marks()).containsExactly(new MarkedText.Mark(0, 2));
  }

  @Test
  void showsTheReadersLanguage() {
    SearchHit hit = hits(word + " pension", Locale.ENGLISH).items().get(0);
    assertThat(hit.title().text()).isEqualTo("Title");
    assertThat(hit.excerpt().text()).isEqualTo("Pension records");
  }

  @Test
  void showsTheOtherLanguageWhereOnlyThatIsHit() {
    SearchHit hit = hits(word + " 退休", Locale.ENGLISH).items().get(0);
    assertThat(hit.excerpt().text()).isEqualTo("退休資料與平臺");
  }

  @Test
  void dividesIntoPages() {
    Page<SearchHit> second = search.search(Keyword.of(word), Locale.ROOT, 2, 2);
    assertThat(second.items()).hasSize(1);
    assertThat(second.total()).isEqualTo(3);
  }

  private void announce(Bilingual title, Bilingual body, int from, boolean published) {
    Announcement made =
        announcements.create(
            new Announcement.Content(title, body, ContentOf.TODAY.plusDays(from), null, false),
            ContentOf.ADMINISTRATOR);
    if (published) {
      announcements.publish(made.id(), 1, ContentOf.ADMINISTRATOR);
    }
  }

  private List<SearchHit.Kind> kinds(String typed) {
    return hits(typed, Locale.TRADITIONAL_CHINESE).items().stream().map(SearchHit::kind).toList();
  }

  private Page<SearchHit> hits(String typed, Locale reader) {
    return search.search(Keyword.of(typed), reader, 1, 9);
  }
}
