package tw.gov.mocs.hub.content;

import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.shared.RocDate;

/** Content of the tests, each with a word of its own by which a search finds it alone. */
final class ContentOf {

  static final Actor ADMINISTRATOR = new Actor("admin", null, null);
  static final String REASON = "內容有誤";
  static final LocalDate TODAY = RocDate.dayOf(Instant.now());

  private static final AtomicInteger NEXT = new AtomicInteger();

  private ContentOf() {}

  static String word() {
    return "字%dq".formatted(NEXT.incrementAndGet());
  }

  static Announcement.Content announcement(String title) {
    return announcement(title, TODAY, null);
  }

  static Announcement.Content announcement(String title, LocalDate from, @Nullable LocalDate to) {
    return new Announcement.Content(
        new Bilingual(title, "Title"), new Bilingual("內容", "Body"), from, to, false);
  }

  static Download.Content download(Bilingual title, Bilingual description) {
    return new Download.Content(title, description, TODAY, null, 1);
  }

  static Faq.Content faq(Bilingual question, Bilingual answer, int place) {
    return new Faq.Content(question, answer, TODAY, null, place);
  }

  static RelatedLink.Content link(String name, String address, int place) {
    return new RelatedLink.Content(new Bilingual(name, "Link"), address, TODAY, null, place);
  }

  static Announcement.Content pinned(String title) {
    return new Announcement.Content(
        new Bilingual(title, null), new Bilingual("內容", null), TODAY.minusDays(9), null, true);
  }
}
