package tw.gov.mocs.hub.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.application.MutableClock;
import tw.gov.mocs.hub.audit.ActHistory;
import tw.gov.mocs.hub.audit.ActLine;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;

/** Draft, scheduled, published and ended, of every kind, on every database. */
@OnEveryDatabase
class EntryStatesTest {

  private final TestDatabase database;
  private final ConfigurableApplicationContext core;
  private final String word = ContentOf.word();

  EntryStatesTest(TestDatabase database) {
    this.database = database;
    core = TestCore.shared(database);
  }

  @Test
  void listsAnnouncementsByWhereTheyStand() {
    each(
        core.getBean(Announcements.class),
        (from, to) -> ContentOf.announcement(word, from, to),
        id -> {});
  }

  @Test
  void listsDownloadsByWhereTheyStand() {
    Downloads downloads = core.getBean(Downloads.class);
    each(
        downloads,
        (from, to) ->
            new Download.Content(new Bilingual(word, null), new Bilingual("說明", null), from, to, 1),
        id ->
            downloads.replaceFile(
                id,
                1,
                new ByteArrayInputStream("a".getBytes(UTF_8)),
                "a.txt",
                ContentOf.ADMINISTRATOR));
  }

  @Test
  void listsQuestionsByWhereTheyStand() {
    each(
        core.getBean(Faqs.class),
        (from, to) ->
            new Faq.Content(new Bilingual(word, null), new Bilingual("答", null), from, to, 1),
        id -> {});
  }

  @Test
  void listsLinksByWhereTheyStand() {
    each(
        core.getBean(RelatedLinks.class),
        (from, to) ->
            new RelatedLink.Content(
                new Bilingual(word, null), "https://a.gov.tw/" + word, from, to, 1),
        id -> {});
  }

  /** One of each state, and what the lists, the readers and the search of the site see of them. */
  private <C extends EntryContent, T extends Entry<C>> void each(
      Entries<C, T> entries, ContentIn<C> content, Step complete) {
    LocalDate today = ContentOf.TODAY;
    T draft = entries.create(content.in(today, null), ContentOf.ADMINISTRATOR);
    T scheduled = made(entries, content.in(today.plusDays(1), null), complete);
    T first = made(entries, content.in(today, null), complete);
    T last = made(entries, content.in(today.minusDays(9), today), complete);
    T ended = made(entries, content.in(today.minusDays(9), today.minusDays(1)), complete);
    assertThat(found(entries, EntryState.DRAFT)).containsExactly(draft.id());
    assertThat(found(entries, EntryState.SCHEDULED)).containsExactly(scheduled.id());
    assertThat(found(entries, EntryState.PUBLISHED))
        .containsExactlyInAnyOrder(first.id(), last.id());
    assertThat(found(entries, EntryState.ENDED)).containsExactly(ended.id());
    assertThat(entries.search(search(null)).total()).isEqualTo(5);
    assertThat(Arrays.asList(draft, scheduled, first, last, ended))
        .extracting(one -> entries.state(entries.get(one.id())))
        .containsExactly(
            EntryState.DRAFT,
            EntryState.SCHEDULED,
            EntryState.PUBLISHED,
            EntryState.PUBLISHED,
            EntryState.ENDED);
    for (T hidden : List.of(draft, scheduled, ended)) {
      refuses(ErrorCode.NOT_FOUND, () -> entries.getPublished(hidden.id()));
    }
    if (!(entries instanceof RelatedLinks)) {
      assertThat(
              core.getBean(SiteSearch.class).search(Keyword.of(word), Locale.ROOT, 1, 20).items())
          .extracting(SearchHit::id)
          .containsExactlyInAnyOrder(first.id(), last.id());
    }
    refuses(
        ErrorCode.VALUE_INVALID,
        () -> entries.create(content.in(today, today.minusDays(1)), ContentOf.ADMINISTRATOR));
  }

  private <C extends EntryContent, T extends Entry<C>> T made(
      Entries<C, T> entries, C content, Step complete) {
    T draft = entries.create(content, ContentOf.ADMINISTRATOR);
    complete.of(draft.id());
    return entries.publish(draft.id(), entries.get(draft.id()).version(), ContentOf.ADMINISTRATOR);
  }

  private List<Long> found(Entries<?, ?> entries, EntryState state) {
    return entries.search(search(state)).items().stream().map(Entry::id).toList();
  }

  private ContentSearch search(@Nullable EntryState state) {
    return new ContentSearch(
        state, Keyword.of(word), ContentSearch.Sort.FROM, true, 1, ContentSearch.MAX_SIZE);
  }

  @Test
  void beginsOneDraftByAFormHoweverOftenItIsSent() {
    Faqs faqs = core.getBean(Faqs.class);
    String form = UUID.randomUUID().toString();
    Faq.Content content = ContentOf.faq(new Bilingual(word, null), new Bilingual("答", null), 1);
    Faq made = faqs.createOnce(form, content, ContentOf.ADMINISTRATOR);
    assertThat(faqs.createOnce(form, content, ContentOf.ADMINISTRATOR)).isEqualTo(made);
    assertThat(faqs.search(search(null)).total()).isEqualTo(1);
  }

  @Test
  void takesNothingAwayWithoutAReasonNorWhileItIsShown() {
    Faqs faqs = core.getBean(Faqs.class);
    Faq made =
        faqs.create(
            ContentOf.faq(new Bilingual(word, null), new Bilingual("答", null), 1),
            ContentOf.ADMINISTRATOR);
    Faq shown = faqs.publish(made.id(), 1, ContentOf.ADMINISTRATOR);
    refuses(
        ErrorCode.VALUE_INVALID, () -> faqs.unpublish(shown.id(), 2, " ", ContentOf.ADMINISTRATOR));
    refuses(
        ErrorCode.STATE_CONFLICT,
        () -> faqs.remove(shown.id(), 2, ContentOf.REASON, ContentOf.ADMINISTRATOR));
    faqs.unpublish(shown.id(), 2, ContentOf.REASON, ContentOf.ADMINISTRATOR);
    assertThat(core.getBean(ActHistory.class).of(faqs.subject(shown.id())))
        .last()
        .returns(ContentOf.REASON, ActLine::reason);
  }

  @Test
  void showsWhatWasScheduledOnceItsTaipeiDayBegins() {
    // A fresh core: nothing but its clock moves.
    try (ConfigurableApplicationContext own =
        TestCore.start(database, Map.of(), MutableClock.Settings.class)) {
      Announcements announcements = own.getBean(Announcements.class);
      LocalDate day = ContentOf.TODAY.plusDays(3);
      Announcement draft =
          announcements.create(ContentOf.announcement(word, day, day), ContentOf.ADMINISTRATOR);
      announcements.publish(draft.id(), 1, ContentOf.ADMINISTRATOR);
      Instant begins = day.atStartOfDay(RocDate.TAIPEI).toInstant();
      MutableClock clock = own.getBean(MutableClock.class);
      clock.set(begins.minusSeconds(1));
      refuses(ErrorCode.NOT_FOUND, () -> announcements.getPublished(draft.id()));
      clock.set(begins);
      assertThat(announcements.search(ContentSearch.published(Keyword.of(word), 1, 9)).items())
          .hasSize(1);
      clock.set(day.plusDays(1).atStartOfDay(RocDate.TAIPEI).toInstant());
      refuses(ErrorCode.NOT_FOUND, () -> announcements.getPublished(draft.id()));
    }
  }

  private static void refuses(ErrorCode code, ThrowingCallable act) {
    assertThatExceptionOfType(HubException.class).isThrownBy(act).returns(code, HubException::code);
  }

  /** A content that is shown in this period. */
  private interface ContentIn<C> {
    C in(LocalDate from, @Nullable LocalDate to);
  }

  /** What must be done before it can be published. */
  private interface Step {
    void of(long id);
  }
}
