package tw.gov.mocs.hub.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.audit.LoggedActs;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.file.OpenFile;
import tw.gov.mocs.hub.file.StoredFile;
import tw.gov.mocs.hub.file.StoredFiles;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** 常見問題 and 檔案下載, on every database. */
@OnEveryDatabase
class FaqsAndDownloadsTest {

  private final ApplicationContext core;
  private final Faqs faqs;
  private final Downloads downloads;
  private final String word = ContentOf.word();

  FaqsAndDownloadsTest(TestDatabase database) {
    core = TestCore.shared(database);
    faqs = core.getBean(Faqs.class);
    downloads = core.getBean(Downloads.class);
  }

  @Test
  void arrangesPublishedQuestionsByPlace() {
    Faq second = publish(question(20));
    Faq first = publish(question(10));
    question(5);
    assertThat(faqs.search(ContentSearch.published(Keyword.of(word), 1, 9)).items())
        .containsExactly(first, second);
    ContentSearch turned =
        new ContentSearch(
            EntryState.PUBLISHED, Keyword.of(word), ContentSearch.Sort.PLACE, true, 1, 9);
    assertThat(faqs.search(turned).items()).containsExactly(second, first);
  }

  @Test
  void showsNoDraftOfAQuestion() {
    Faq draft = question(1);
    refuses(ErrorCode.NOT_FOUND, () -> faqs.getPublished(draft.id()));
  }

  @Test
  void changesAQuestionOfItsVersionOnly() {
    Faq draft = question(1);
    Faq changed = faqs.change(draft.id(), 1, content("新答覆", 2), ContentOf.ADMINISTRATOR);
    assertThat(changed.content()).isEqualTo(content("新答覆", 2));
    refuses(
        ErrorCode.CHANGED_MEANWHILE,
        () -> faqs.change(draft.id(), 1, content("舊", 3), ContentOf.ADMINISTRATOR));
  }

  @Test
  void hidesAndRemovesAQuestion() {
    Faq published = publish(question(1));
    Faq hidden =
        faqs.unpublish(
            published.id(), published.version(), ContentOf.REASON, ContentOf.ADMINISTRATOR);
    refuses(ErrorCode.NOT_FOUND, () -> faqs.getPublished(hidden.id()));
    faqs.remove(hidden.id(), hidden.version(), ContentOf.REASON, ContentOf.ADMINISTRATOR);
    refuses(ErrorCode.NOT_FOUND, () -> faqs.get(hidden.id()));
    assertThat(LoggedActs.of(core, "faq " + hidden.id()))
        .containsExactlyInAnyOrder(
            "CONTENT_CREATED", "CONTENT_PUBLISHED", "CONTENT_UNPUBLISHED", "CONTENT_REMOVED");
  }

  @Test
  void refusesAPlaceThatIsNone() {
    refuses(ErrorCode.VALUE_INVALID, () -> question(0));
  }

  @Test
  void givesTheFileOfAPublishedDownload() throws IOException {
    Download draft = download();
    attach(draft);
    refuses(ErrorCode.NOT_FOUND, () -> downloads.openPublished(draft.id()));
    downloads.publish(draft.id(), draft.version() + 1, ContentOf.ADMINISTRATOR);
    try (OpenFile open = downloads.openPublished(draft.id())) {
      assertThat(new String(open.content().readAllBytes(), UTF_8)).isEqualTo(word);
    }
  }

  @Test
  void publishesNoDownloadWithoutAFile() {
    Download draft = download();
    refuses(
        ErrorCode.STATE_CONFLICT,
        () -> downloads.publish(draft.id(), draft.version(), ContentOf.ADMINISTRATOR));
  }

  @Test
  void replacesTheFile() {
    Download draft = download();
    StoredFile before = attach(draft);
    StoredFile after = attach(downloads.get(draft.id()));
    assertThat(downloads.findFile(draft.id())).contains(after);
    StoredFiles files = core.getBean(StoredFiles.class);
    refuses(ErrorCode.NOT_FOUND, () -> files.get(before.id()));
  }

  @Test
  void keepsTheOldFileWhenTheNewOneIsRefused() {
    Download draft = download();
    StoredFile before = attach(draft);
    Download present = downloads.get(draft.id());
    refuses(ErrorCode.FILE_EMPTY, () -> attach(present, ""));
    assertThat(downloads.findFile(draft.id())).contains(before);
  }

  @Test
  void changesADownloadOfItsVersionOnly() {
    Download draft = download();
    attach(draft);
    refuses(
        ErrorCode.CHANGED_MEANWHILE,
        () ->
            downloads.change(
                draft.id(), draft.version(), draft.content(), ContentOf.ADMINISTRATOR));
    refuses(ErrorCode.CHANGED_MEANWHILE, () -> attach(draft));
  }

  @Test
  void removesADownloadWithItsFile() {
    Download draft = download();
    StoredFile file = attach(draft);
    downloads.remove(draft.id(), draft.version() + 1, ContentOf.REASON, ContentOf.ADMINISTRATOR);
    assertThat(search()).isEmpty();
    StoredFiles files = core.getBean(StoredFiles.class);
    refuses(ErrorCode.NOT_FOUND, () -> files.get(file.id()));
  }

  private List<Download> search() {
    return downloads
        .search(new ContentSearch(null, Keyword.of(word), ContentSearch.Sort.DATE, true, 1, 9))
        .items();
  }

  private Faq question(int place) {
    return faqs.create(content("答覆", place), ContentOf.ADMINISTRATOR);
  }

  private Faq.Content content(String answer, int place) {
    return ContentOf.faq(new Bilingual(word, "Q"), new Bilingual(answer, null), place);
  }

  private Faq publish(Faq draft) {
    return faqs.publish(draft.id(), draft.version(), ContentOf.ADMINISTRATOR);
  }

  private Download download() {
    return downloads.create(
        ContentOf.download(new Bilingual(word, null), new Bilingual("說明", "What it is")),
        ContentOf.ADMINISTRATOR);
  }

  private StoredFile attach(Download to) {
    return attach(to, word);
  }

  private StoredFile attach(Download to, String text) {
    return downloads.replaceFile(
        to.id(),
        to.version(),
        new ByteArrayInputStream(text.getBytes(UTF_8)),
        "檔案.txt",
        ContentOf.ADMINISTRATOR);
  }

  private static void refuses(ErrorCode code, ThrowingCallable act) {
    assertThatExceptionOfType(HubException.class).isThrownBy(act).returns(code, HubException::code);
  }
}
