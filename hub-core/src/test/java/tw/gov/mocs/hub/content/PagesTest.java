package tw.gov.mocs.hub.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.atIndex;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.application.MutableClock;
import tw.gov.mocs.hub.audit.ActHistory;
import tw.gov.mocs.hub.audit.ActLine;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;

/** What the portal begins with, and how its single parts are changed, on every database. */
@OnEveryDatabase
class PagesTest {

  private final TestDatabase database;

  PagesTest(TestDatabase database) {
    this.database = database;
  }

  @Test
  void loadsTheInitialContentOnceAndChangesIt() {
    try (ConfigurableApplicationContext core =
        TestCore.start(database, Map.of(), MutableClock.Settings.class)) {
      core.getBean(InitialLoad.class).loadIfEmpty();
      hasTheContentOfTheManual(core);
      changesAPage(core.getBean(ContentPages.class));
      assertThat(
              core.getBean(ActHistory.class)
                  .of(core.getBean(ContentPages.class).subject(PageKey.INSTALLATION)))
          .extracting(ActLine::reason)
          .endsWith(ContentOf.REASON);
      savesDrafts(core);
      issuesTerms(core.getBean(ContentPages.class), core.getBean(MutableClock.class));
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
    ContentPage terms = pages.get(PageKey.TERMS_OF_USE);
    assertThat(terms.version()).isEqualTo(1);
    assertThat(terms.body().zh().lines()).hasSize(5);
  }

  private static void savesDrafts(ConfigurableApplicationContext core) {
    PageDrafts drafts = core.getBean(PageDrafts.class);
    PageKey key = PageKey.SERVICE_GUIDE;
    PageDraft.Typed half = new PageDraft.Typed(null, null, "未完成", null, "不是日期");
    Actor one = Actor.operator("one");
    Actor other = Actor.operator("other");
    assertThat(drafts.save(key, 0, 1, half, one).version()).isEqualTo(1);
    assertThat(drafts.save(key, 0, 1, half, one).version()).as("a second click").isEqualTo(1);
    assertThat(drafts.find(key)).get().returns(half, PageDraft::typed);
    assertThat(drafts.find(key)).get().returns(one.name(), PageDraft::savedBy);
    PageDraft.Typed whole = new PageDraft.Typed("服務說明", "Service guide", "新", "New", null);
    refuses(ErrorCode.CHANGED_MEANWHILE, () -> drafts.save(key, 0, 1, whole, other));
    drafts.save(key, 1, 1, whole, other);
    refuses(ErrorCode.CHANGED_MEANWHILE, () -> drafts.discard(key, 1, "不需要", one));
    ContentPages pages = core.getBean(ContentPages.class);
    Bilingual text = new Bilingual("新", "New");
    ContentPages.Text issued = new ContentPages.Text(text, text, ContentOf.TODAY);
    pages.issue(key, 1, 1, issued, "測試", one);
    assertThat(drafts.find(key)).as("what another has saved meanwhile stays").isPresent();
    drafts.discard(key, 2, "不需要", one);
    assertThat(drafts.find(key)).isEmpty();
    drafts.save(key, 2, 2, whole, one);
    Bilingual next = new Bilingual("再新", "Newer");
    pages.issue(key, 2, 1, new ContentPages.Text(text, next, ContentOf.TODAY), "測試", one);
    assertThat(drafts.find(key)).as("an issued draft is one no more").isEmpty();
    assertThat(core.getBean(ActHistory.class).of(pages.subject(key)))
        .extracting(act -> act.action().name())
        .contains("CONTENT_DRAFT_SAVED", "CONTENT_DRAFT_DISCARDED");
  }

  private static void changesAPage(ContentPages pages) {
    Bilingual text = new Bilingual("新", "New");
    issue(pages, PageKey.INSTALLATION, 1, text, ContentOf.TODAY);
    assertThat(pages.get(PageKey.INSTALLATION)).returns(2, ContentPage::version);
    assertThat(pages.get(PageKey.INSTALLATION).body()).isEqualTo(text);
    refuses(
        ErrorCode.CHANGED_MEANWHILE,
        () -> issue(pages, PageKey.INSTALLATION, 1, text, ContentOf.TODAY));
    refuses(
        ErrorCode.VALUE_INVALID,
        () -> issue(pages, PageKey.INSTALLATION, 2, text, ContentOf.TODAY.plusDays(1)));
    ContentPages.Text other =
        new ContentPages.Text(text, new Bilingual("另", "Other"), ContentOf.TODAY);
    refuses(ErrorCode.VALUE_INVALID, () -> issue(pages, PageKey.INSTALLATION, 2, other, " "));
    assertThat(pages.versions(PageKey.INSTALLATION))
        .extracting(ContentPage::version)
        .containsExactly(2, 1);
  }

  private static void issuesTerms(ContentPages pages, MutableClock clock) {
    PageKey key = PageKey.TERMS_OF_USE;
    ContentPage first = pages.get(key);
    Bilingual text = new Bilingual("第二版", null);
    refuses(
        ErrorCode.VALUE_INVALID, () -> issue(pages, key, 1, text, ContentOf.TODAY.minusDays(1)));
    issue(pages, key, 1, text, ContentOf.TODAY.plusDays(2));
    assertThat(pages.get(key)).as("counts until the day of the next").isEqualTo(first);
    refuses(ErrorCode.VALUE_INVALID, () -> issue(pages, key, 2, text, ContentOf.TODAY.plusDays(1)));
    Instant now = clock.instant();
    clock.set(ContentOf.TODAY.plusDays(2).atStartOfDay(RocDate.TAIPEI).toInstant());
    assertThat(pages.get(key)).returns(2, ContentPage::version).returns(text, ContentPage::body);
    clock.set(now);
    assertThat(pages.get(key, 1)).as("is never changed").isEqualTo(first);
    refuses(ErrorCode.NOT_FOUND, () -> pages.get(key, 3));
  }

  private static ContentPage issue(
      ContentPages pages, PageKey key, int version, Bilingual text, LocalDate from) {
    return issue(pages, key, version, new ContentPages.Text(text, text, from), ContentOf.REASON);
  }

  private static ContentPage issue(
      ContentPages pages, PageKey key, int version, ContentPages.Text text, String reason) {
    return pages.issue(key, version, text, reason, ContentOf.ADMINISTRATOR);
  }

  private static void changesLinks(RelatedLinks links) {
    RelatedLink draft = links.create(to("https://example.gov.tw/"), ContentOf.ADMINISTRATOR);
    assertThat(links.list()).hasSize(6);
    RelatedLink made = links.publish(draft.id(), 1, ContentOf.ADMINISTRATOR);
    RelatedLink changed =
        links.change(made.id(), 2, to("https://example.gov.tw/new"), ContentOf.ADMINISTRATOR);
    assertThat(links.list()).contains(changed).hasSize(7);
    links.unpublish(made.id(), 3, ContentOf.REASON, ContentOf.ADMINISTRATOR);
    assertThat(links.list()).hasSize(6);
    for (String address :
        List.of("javascript:alert(1)", "ftp://a.tw/", "//a.tw", "https://u:p@a.tw/", "https:x")) {
      refuses(ErrorCode.VALUE_INVALID, () -> links.create(to(address), ContentOf.ADMINISTRATOR));
    }
  }

  private static RelatedLink.Content to(String address) {
    return ContentOf.link("連結", address, 1);
  }

  private static void refuses(ErrorCode code, ThrowingCallable act) {
    assertThatExceptionOfType(HubException.class).isThrownBy(act).returns(code, HubException::code);
  }
}
