package tw.gov.mocs.hub.content;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.content.SiteSearchMapper.Found;
import tw.gov.mocs.hub.shared.Page;

/** 搜尋 over what is published: announcements, downloads and questions. */
@Component
public class SiteSearch {

  /** Hits on a page at most. */
  public static final int MAX_SIZE = 50;

  private final SiteSearchMapper mapper;
  private final AnnouncementMapper announcements;
  private final DownloadMapper downloads;
  private final FaqMapper faqs;
  private final ContentChanges changes;

  SiteSearch(
      SiteSearchMapper mapper,
      AnnouncementMapper announcements,
      DownloadMapper downloads,
      FaqMapper faqs,
      ContentChanges changes) {
    this.mapper = mapper;
    this.announcements = announcements;
    this.downloads = downloads;
    this.faqs = faqs;
    this.changes = changes;
  }

  /**
   * What holds all words, in either language; announcements first, the newest first.
   *
   * @param keyword what was typed; nothing is found for {@link Keyword#NONE}
   * @param reader whose language titles and excerpts are in, where a word occurs in it
   * @param page from 1
   * @param size up to {@value #MAX_SIZE}
   */
  public Page<SearchHit> search(Keyword keyword, Locale reader, int page, int size) {
    if (page < 1 || size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException("page " + page + " of " + size);
    }
    if (keyword.isEmpty()) {
      return new Page<>(List.of(), page, size, 0);
    }
    ContentFilter filter =
        ContentFilter.of(ContentSearch.published(keyword, page, size), changes.today());
    return changes.inTransaction(
        () ->
            new Page<>(
                mapper.search(filter).stream()
                    .flatMap(found -> text(found).stream().map(text -> text.hit(keyword, reader)))
                    .toList(),
                page,
                size,
                mapper.count(filter)));
  }

  /** What was found, unless it was removed meanwhile. */
  private Optional<Text> text(Found found) {
    long id = found.id();
    return switch (found.kind()) {
      case ANNOUNCEMENT ->
          announcements
              .find(id)
              .map(Announcement::content)
              .map(content -> new Text(found, content.title(), content.body()));
      case DOWNLOAD ->
          downloads
              .find(id)
              .map(Download::content)
              .map(content -> new Text(found, content.title(), content.description()));
      case FAQ ->
          faqs.find(id)
              .map(Faq::content)
              .map(content -> new Text(found, content.question(), content.answer()));
    };
  }

  private record Text(Found found, Bilingual title, Bilingual body) {

    SearchHit hit(Keyword keyword, Locale reader) {
      return new SearchHit(
          found.kind(),
          found.id(),
          MarkedText.of(title.in(reader), keyword),
          MarkedText.excerpt(shown(keyword, reader), keyword));
    }

    /** In the reader's language, unless the words occur in the other text alone. */
    private String shown(Keyword keyword, Locale reader) {
      String own = body.in(reader);
      if (MarkedText.holds(title.in(reader) + " " + own, keyword)) {
        return own;
      }
      String english = body.en();
      return english != null && own.equals(body.zh()) ? english : body.zh();
    }
  }
}
