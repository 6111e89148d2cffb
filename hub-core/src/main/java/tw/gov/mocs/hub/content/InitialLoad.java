package tw.gov.mocs.hub.content;

import jakarta.annotation.PostConstruct;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;

/** Writes the {@link InitialContent} into an empty database, once, each part logged as an act. */
@Component
class InitialLoad {

  private final PageMapper pages;
  private final RelatedLinks links;
  private final Faqs faqs;
  private final ContentChanges changes;

  InitialLoad(PageMapper pages, RelatedLinks links, Faqs faqs, ContentChanges changes) {
    this.pages = pages;
    this.links = links;
    this.faqs = faqs;
    this.changes = changes;
  }

  @PostConstruct
  void loadIfEmpty() {
    if (pages.countPages() > 0) {
      return;
    }
    try {
      changes.inTransaction(this::load);
    } catch (DuplicateKeyException e) {
      // Another node that starts at the same time wrote the first page before us, and all the rest.
      if (pages.countPages() == 0) {
        throw e;
      }
    }
  }

  private InitialContent load() {
    InitialContent initial = InitialContent.read(changes.now());
    for (ContentPage page : initial.pages()) {
      pages.insert(page);
      changes.log(
          AuditAction.CONTENT_CREATED,
          Actor.HUB,
          ContentKind.PAGE.subject(page.key()),
          null,
          page,
          null);
    }
    for (RelatedLink.Content link : initial.links()) {
      RelatedLink made = links.create(link, Actor.HUB);
      links.publish(made.id(), made.version(), Actor.HUB);
    }
    for (Faq.Content question : initial.questions()) {
      Faq made = faqs.create(question, Actor.HUB);
      faqs.publish(made.id(), made.version(), Actor.HUB);
    }
    return initial;
  }
}
