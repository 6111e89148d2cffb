package tw.gov.mocs.hub.web.publish;

import static tw.gov.mocs.hub.web.publish.Shelf.from;

import java.util.Map;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.content.Announcement;
import tw.gov.mocs.hub.content.Announcements;
import tw.gov.mocs.hub.content.Bilingual;
import tw.gov.mocs.hub.content.Download;
import tw.gov.mocs.hub.content.Downloads;
import tw.gov.mocs.hub.content.Faq;
import tw.gov.mocs.hub.content.Faqs;
import tw.gov.mocs.hub.content.RelatedLink;
import tw.gov.mocs.hub.content.RelatedLinks;

/** All kinds of entries. */
@Component
final class Shelves {

  private static final int NO_PLACE = 1;

  private final Map<EntryKind, Shelf<?, ?>> all;

  Shelves(Announcements announcements, Downloads downloads, Faqs faqs, RelatedLinks links) {
    all =
        Map.of(
            EntryKind.NEWS, news(announcements),
            EntryKind.DOWNLOADS, downloads(downloads),
            EntryKind.FAQ, faq(faqs),
            EntryKind.LINKS, links(links));
  }

  Shelf<?, ?> of(EntryKind kind) {
    Shelf<?, ?> found = all.get(kind);
    if (found == null) {
      throw new IllegalStateException("no entries of kind " + kind);
    }
    return found;
  }

  private static Shelf<?, ?> news(Announcements announcements) {
    return new Shelf<>(
        EntryKind.NEWS,
        announcements,
        typed ->
            new Announcement.Content(
                typed.title(), typed.text(), from(typed), typed.lastDay().day(), typed.pinned()),
        one ->
            TypedEntry.of(one.title(), one.body(), one.from(), one.to(), NO_PLACE, one.pinned()));
  }

  private static Shelf<?, ?> downloads(Downloads downloads) {
    return new Shelf<>(
        EntryKind.DOWNLOADS,
        downloads,
        typed ->
            new Download.Content(
                typed.title(),
                typed.text(),
                from(typed),
                typed.lastDay().day(),
                typed.placeNumber()),
        one ->
            TypedEntry.of(
                one.title(), one.description(), one.from(), one.to(), one.place(), false));
  }

  private static Shelf<?, ?> faq(Faqs faqs) {
    return new Shelf<>(
        EntryKind.FAQ,
        faqs,
        typed ->
            new Faq.Content(
                typed.title(),
                typed.text(),
                from(typed),
                typed.lastDay().day(),
                typed.placeNumber()),
        one ->
            TypedEntry.of(one.question(), one.answer(), one.from(), one.to(), one.place(), false));
  }

  private static Shelf<?, ?> links(RelatedLinks links) {
    return new Shelf<>(
        EntryKind.LINKS,
        links,
        typed ->
            new RelatedLink.Content(
                typed.title(),
                typed.textZh(),
                from(typed),
                typed.lastDay().day(),
                typed.placeNumber()),
        one ->
            TypedEntry.of(
                one.name(),
                new Bilingual(one.address(), null),
                one.from(),
                one.to(),
                one.place(),
                false));
  }
}
