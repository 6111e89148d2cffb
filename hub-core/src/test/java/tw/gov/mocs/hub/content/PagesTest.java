package tw.gov.mocs.hub.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.atIndex;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** What the portal begins with, and how its single parts are changed, on every database. */
@OnEveryDatabase
class PagesTest {

  private final TestDatabase database;

  PagesTest(TestDatabase database) {
    this.database = database;
  }

  @Test
  void loadsTheInitialContentOnceAndChangesIt() {
    try (ConfigurableApplicationContext core = TestCore.start(database, Map.of())) {
      core.getBean(InitialLoad.class).loadIfEmpty();
      hasTheContentOfTheManual(core);
      changesAPage(core.getBean(ContentPages.class));
      issuesTerms(core.getBean(Terms.class));
      changesLinks(core.getBean(RelatedLinks.class));
      core.getBean(InitialLoad.class).loadIfEmpty();
      assertThat(core.getBean(RelatedLinks.class).list()).hasSize(6);
    }
  }

  private static void hasTheContentOfTheManual(ConfigurableApplicationContext core) {
    assertThat(core.getBean(RelatedLinks.class).list())
        .extracting(link -> link.content().name().zh(), link -> link.content().address())
        .startsWith(tuple("我的E政府", "https://www.gov.tw/"))
        .hasSize(6);
    assertThat(core.getBean(Faqs.class).search(ContentSearch.published(Keyword.NONE, 1, 9)).items())
        .extracting(faq -> faq.content().question().zh())
        .hasSize(4)
        .satisfies(first -> assertThat(first).contains("找不到可使用的憑證"), atIndex(0))
        .satisfies(third -> assertThat(third).contains("此憑證尚未分配權限，請洽系統管理員"), atIndex(2));
    ContentPages pages = core.getBean(ContentPages.class);
    assertThat(pages.get(PageKey.APPLICATION_PROCESS).body().zh()).contains("發文至銓敘部");
    assertThat(pages.get(PageKey.INSTALLATION).body().zh()).contains("STEP 1", "STEP 2");
    assertThat(pages.get(PageKey.SERVICE_GUIDE).title().in(Locale.ENGLISH))
        .isEqualTo("Service guide");
    TermsOfUse terms = core.getBean(Terms.class).current();
    assertThat(terms.version()).isEqualTo(1);
    assertThat(terms.body().zh().lines()).hasSize(5);
  }

  private static void changesAPage(ContentPages pages) {
    Bilingual text = new Bilingual("新", "New");
    ContentPage changed =
        pages.change(PageKey.INSTALLATION, 1, text, text, ContentOf.ADMINISTRATOR);
    assertThat(changed.version()).isEqualTo(2);
    assertThat(pages.get(PageKey.INSTALLATION).body()).isEqualTo(text);
    refuses(
        ErrorCode.CHANGED_MEANWHILE,
        () -> pages.change(PageKey.INSTALLATION, 1, text, text, ContentOf.ADMINISTRATOR));
  }

  private static void issuesTerms(Terms terms) {
    TermsOfUse first = terms.current();
    terms.issue(1, new Bilingual("第二版", null), ContentOf.ADMINISTRATOR);
    assertThat(terms.current().version()).isEqualTo(2);
    assertThat(terms.get(1)).isEqualTo(first);
    refuses(
        ErrorCode.CHANGED_MEANWHILE,
        () -> terms.issue(1, new Bilingual("又一版", null), ContentOf.ADMINISTRATOR));
  }

  private static void changesLinks(RelatedLinks links) {
    RelatedLink made = links.create(to("https://example.gov.tw/"), ContentOf.ADMINISTRATOR);
    RelatedLink changed =
        links.change(made.id(), 1, to("https://example.gov.tw/new"), ContentOf.ADMINISTRATOR);
    assertThat(links.list()).contains(changed).hasSize(7);
    refuses(ErrorCode.CHANGED_MEANWHILE, () -> links.remove(made.id(), 1, ContentOf.ADMINISTRATOR));
    links.remove(made.id(), 2, ContentOf.ADMINISTRATOR);
    for (String address :
        List.of("javascript:alert(1)", "ftp://a.tw/", "//a.tw", "https://u:p@a.tw/", "https:x")) {
      refuses(ErrorCode.VALUE_INVALID, () -> links.create(to(address), ContentOf.ADMINISTRATOR));
    }
  }

  private static RelatedLink.Content to(String address) {
    return new RelatedLink.Content(new Bilingual("連結", "Link"), address, 1);
  }

  private static void refuses(ErrorCode code, ThrowingCallable act) {
    assertThatExceptionOfType(HubException.class).isThrownBy(act).returns(code, HubException::code);
  }
}
