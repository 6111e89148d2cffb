package tw.gov.mocs.hub.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
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
import tw.gov.mocs.hub.shared.Page;

/** 最新公告, on every database. */
@OnEveryDatabase
class AnnouncementsTest {

  private final ApplicationContext core;
  private final Announcements announcements;
  private final String word = ContentOf.word();

  AnnouncementsTest(TestDatabase database) {
    core = TestCore.shared(database);
    announcements = core.getBean(Announcements.class);
  }

  @Test
  void givesBackWhatWasWritten() {
    Announcement.Content content =
        new Announcement.Content(
            new Bilingual(word, "Title"),
            new Bilingual("𠮷".repeat(5_000), null),
            ContentOf.TODAY,
            ContentOf.TODAY.plusDays(3),
            true);
    Announcement made = announcements.create(content, ContentOf.ADMINISTRATOR);
    assertThat(made.content()).isEqualTo(content);
    assertThat(made.published()).isFalse();
  }

  @Test
  void showsNoDraft() {
    Announcement draft = create();
    assertThat(found()).isEmpty();
    refuses(ErrorCode.NOT_FOUND, () -> announcements.getPublished(draft.id()));
    assertThat(search(null).items()).containsExactly(draft);
  }

  @Test
  void showsWhatIsPublished() {
    Announcement published = publish(create());
    assertThat(found()).containsExactly(published);
    assertThat(announcements.getPublished(published.id())).isEqualTo(published);
  }

  @Test
  void showsNothingBeforeItsDay() {
    Announcement early = publish(create(1, 2));
    assertThat(found()).isEmpty();
    refuses(ErrorCode.NOT_FOUND, () -> announcements.getPublished(early.id()));
  }

  @Test
  void showsItOnItsLastDay() {
    publish(create(-9, -1));
    Announcement last = publish(create(-9, 0));
    assertThat(found()).containsExactly(last);
  }

  @Test
  void hidesWhatIsUnpublished() {
    Announcement published = publish(create());
    announcements.unpublish(
        published.id(), published.version(), ContentOf.REASON, ContentOf.ADMINISTRATOR);
    assertThat(found()).isEmpty();
  }

  @Test
  void putsThePinnedFirstAndThenTheNewest() {
    Announcement old = publish(create(-3, 9));
    Announcement recent = publish(create(-1, 9));
    Announcement pinned =
        publish(announcements.create(ContentOf.pinned(word), ContentOf.ADMINISTRATOR));
    assertThat(found()).containsExactly(pinned, recent, old);
  }

  @Test
  void sortsByDateAndByTitleBothWays() {
    Announcement b = publish(named(word + "b", -1));
    Announcement a = publish(named(word + "a", -2));
    assertThat(sorted(ContentSearch.Sort.DATE, false)).containsExactly(a, b);
    assertThat(sorted(ContentSearch.Sort.DATE, true)).containsExactly(b, a);
    assertThat(sorted(ContentSearch.Sort.TITLE, false)).containsExactly(a, b);
    assertThat(sorted(ContentSearch.Sort.TITLE, true)).containsExactly(b, a);
  }

  @Test
  void dividesIntoPages() {
    for (int i = 0; i < 5; i++) {
      publish(create());
    }
    Page<Announcement> last = announcements.search(ContentSearch.published(Keyword.of(word), 3, 2));
    assertThat(last.items()).hasSize(1);
    assertThat(last.pages()).isEqualTo(3);
  }

  @Test
  void takesWildcardsLiterally() {
    publish(named(word + "100%_!", 0));
    assertThat(found(word + "100%_!")).hasSize(1);
    assertThat(found(word + "1%!")).isEmpty();
    assertThat(found(word + "100__!")).isEmpty();
  }

  @Test
  void needsEveryWordWhateverItsCase() {
    publish(named(word + " ABC", 0));
    assertThat(found("aBc " + word.toUpperCase(Locale.ROOT))).hasSize(1);
    assertThat(found(word + "　缺")).isEmpty();
  }

  @Test
  void changesNothingThatAnotherChangedMeanwhile() {
    Announcement draft = create();
    publish(draft);
    refuses(
        ErrorCode.CHANGED_MEANWHILE,
        () ->
            announcements.change(
                draft.id(), draft.version(), ContentOf.announcement("x"), ContentOf.ADMINISTRATOR));
    refuses(
        ErrorCode.CHANGED_MEANWHILE,
        () ->
            announcements.remove(
                draft.id(), draft.version(), ContentOf.REASON, ContentOf.ADMINISTRATOR));
    refuses(ErrorCode.CHANGED_MEANWHILE, () -> attach(draft));
  }

  @Test
  void refusesToPublishTwice() {
    Announcement published = publish(create());
    refuses(ErrorCode.STATE_CONFLICT, () -> publish(published));
  }

  @Test
  void refusesAnEndBeforeTheBeginning() {
    refuses(ErrorCode.VALUE_INVALID, () -> create(0, -1));
  }

  @Test
  void refusesATitleThatIsTooLong() {
    refuses(ErrorCode.VALUE_INVALID, () -> named("題".repeat(ContentLimits.TITLE + 1), 0));
  }

  @Test
  void refusesABlankTitle() {
    refuses(ErrorCode.VALUE_INVALID, () -> named(" ", 0));
  }

  @Test
  void givesAttachmentsToEverybodyOncePublished() throws IOException {
    Announcement draft = create();
    StoredFile file = attach(draft);
    refuses(ErrorCode.NOT_FOUND, () -> announcements.openPublished(draft.id(), file.id()));
    publish(announcements.get(draft.id()));
    try (OpenFile open = announcements.openPublished(draft.id(), file.id())) {
      assertThat(new String(open.content().readAllBytes(), UTF_8)).isEqualTo(word);
    }
  }

  @Test
  void givesNoFileOfAnother() {
    StoredFile secret = attach(create());
    Announcement published = publish(create());
    refuses(ErrorCode.NOT_FOUND, () -> announcements.openPublished(published.id(), secret.id()));
  }

  @Test
  void takesNoMoreAttachmentsThanTheLimit() {
    Announcement draft = create();
    for (int i = 0; i < ContentLimits.ATTACHMENTS; i++) {
      attach(announcements.get(draft.id()));
    }
    refuses(ErrorCode.VALUE_INVALID, () -> attach(announcements.get(draft.id())));
  }

  @Test
  void removesItsFilesWithIt() {
    StoredFile detached = attach(create());
    Announcement draft = announcements.get(detached.owner().id());
    StoredFile kept = attach(draft);
    announcements.detach(
        draft.id(), draft.version() + 1, detached.id(), ContentOf.REASON, ContentOf.ADMINISTRATOR);
    announcements.remove(
        draft.id(), draft.version() + 2, ContentOf.REASON, ContentOf.ADMINISTRATOR);
    StoredFiles files = core.getBean(StoredFiles.class);
    refuses(ErrorCode.NOT_FOUND, () -> files.get(detached.id()));
    refuses(ErrorCode.NOT_FOUND, () -> files.get(kept.id()));
  }

  @Test
  void logsEveryChange() {
    Announcement published = publish(create());
    announcements.unpublish(
        published.id(), published.version(), ContentOf.REASON, ContentOf.ADMINISTRATOR);
    announcements.remove(
        published.id(), published.version() + 1, ContentOf.REASON, ContentOf.ADMINISTRATOR);
    assertThat(LoggedActs.of(core, "announcement " + published.id()))
        .containsExactlyInAnyOrder(
            "CONTENT_CREATED", "CONTENT_PUBLISHED", "CONTENT_UNPUBLISHED", "CONTENT_REMOVED");
  }

  private Announcement create() {
    return create(0, 9);
  }

  private Announcement create(int from, int to) {
    return announcements.create(
        ContentOf.announcement(word, ContentOf.TODAY.plusDays(from), ContentOf.TODAY.plusDays(to)),
        ContentOf.ADMINISTRATOR);
  }

  private Announcement named(String title, int from) {
    return announcements.create(
        ContentOf.announcement(title, ContentOf.TODAY.plusDays(from), null),
        ContentOf.ADMINISTRATOR);
  }

  private Announcement publish(Announcement draft) {
    return announcements.publish(draft.id(), draft.version(), ContentOf.ADMINISTRATOR);
  }

  private StoredFile attach(Announcement to) {
    return announcements.attach(
        to.id(),
        to.version(),
        new ByteArrayInputStream(word.getBytes(UTF_8)),
        "附件.txt",
        ContentOf.ADMINISTRATOR);
  }

  private List<Announcement> found() {
    return found(word);
  }

  private List<Announcement> found(String typed) {
    return announcements.search(ContentSearch.published(Keyword.of(typed), 1, 20)).items();
  }

  private Page<Announcement> search(@Nullable EntryState state) {
    return announcements.search(
        new ContentSearch(state, Keyword.of(word), ContentSearch.Sort.PLACE, false, 1, 20));
  }

  private List<Announcement> sorted(ContentSearch.Sort sort, boolean descending) {
    return announcements
        .search(new ContentSearch(EntryState.PUBLISHED, Keyword.of(word), sort, descending, 1, 20))
        .items();
  }

  private static void refuses(ErrorCode code, ThrowingCallable act) {
    assertThatExceptionOfType(HubException.class).isThrownBy(act).returns(code, HubException::code);
  }
}
