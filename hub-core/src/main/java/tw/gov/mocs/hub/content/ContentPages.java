package tw.gov.mocs.hub.content;

import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;

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
    return mapper.findPage(key).orElseThrow(() -> ContentChanges.notFound("頁面", key));
  }

  /** Gives a page another text; VALUE_INVALID, or CHANGED_MEANWHILE. */
  public ContentPage change(
      PageKey key, int version, Bilingual title, Bilingual body, Actor actor) {
    ContentPage changed = new ContentPage(key, version, title, body, changes.now());
    changed.check();
    return changes.inTransaction(
        () -> {
          String subject = "page " + key;
          ContentPage before = get(key);
          ContentChanges.requireOne(subject, mapper.updatePage(changed));
          ContentPage after = get(key);
          changes.log(AuditAction.CONTENT_CHANGED, actor, subject, before, after);
          return after;
        });
  }
}
