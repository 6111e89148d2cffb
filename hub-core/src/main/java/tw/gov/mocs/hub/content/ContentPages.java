package tw.gov.mocs.hub.content;

import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.Actor;

/** 服務說明, 安裝說明 and 申請流程: always there, only their text changes. */
@Component
public class ContentPages {

  private final PageMapper mapper;
  private final ContentChanges changes;

  ContentPages(PageMapper mapper, ContentChanges changes) {
    this.mapper = mapper;
    this.changes = changes;
  }

  /** The page as it is now. */
  public ContentPage get(PageKey key) {
    return mapper.findPage(key).orElseThrow(() -> ContentKind.PAGE.notFound(key));
  }

  /** Gives a page another text; VALUE_INVALID, or CHANGED_MEANWHILE. */
  public ContentPage change(
      PageKey key, int version, Bilingual title, Bilingual body, Actor actor) {
    ContentPage changed = new ContentPage(key, version, title, body, changes.now());
    changed.check();
    return changes.change(
        ContentKind.PAGE.subject(key), actor, () -> get(key), before -> mapper.updatePage(changed));
  }
}
