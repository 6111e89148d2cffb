package tw.gov.mocs.hub.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.demo.SampleContent;
import tw.gov.mocs.hub.shared.Page;
import tw.gov.mocs.hub.shared.RocDate;

/** The content of the demo, on every database. */
@OnEveryDatabase
class SampleContentTest {

  private static final ContentSearch ALL =
      new ContentSearch(
          null, Keyword.NONE, ContentSearch.Sort.PLACE, false, 1, ContentSearch.MAX_SIZE);

  private final TestDatabase database;

  SampleContentTest(TestDatabase database) {
    this.database = database;
  }

  @Test
  void holdsTheManualsAnnouncementsAndDownloads() {
    try (ConfigurableApplicationContext core = TestCore.start(database, Map.of())) {
      core.getBean(SampleContent.class).make();
      Announcements announcements = core.getBean(Announcements.class);
      Page<Announcement> first = announcements.search(ContentSearch.published(Keyword.NONE, 1, 10));
      assertThat(first.pages()).isEqualTo(2);
      assertThat(first.items().get(0).content().title().zh()).isEqualTo("新增[退休資料]服務公告");
      assertThat(new RocDate(first.items().get(0).content().from())).hasToString("102/12/26");
      assertThat(first.items())
          .filteredOn(found -> !announcements.files(found.id()).isEmpty())
          .hasSize(2);
      assertThat(announcements.search(ALL).total()).isEqualTo(first.total() + 2);
      List<Download> offered =
          core.getBean(Downloads.class)
              .search(ContentSearch.published(Keyword.NONE, 1, 10))
              .items();
      assertThat(offered).hasSize(3);
      assertThat(
              core.getBean(SiteSearch.class).search(Keyword.of("憑證"), Locale.ROOT, 1, 20).items())
          .extracting(SearchHit::kind)
          .contains(SearchHit.Kind.ANNOUNCEMENT, SearchHit.Kind.FAQ);
    }
  }
}
