package tw.gov.mocs.hub.content;

import java.util.List;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;

/** 相關連結. What changes one takes the version that the caller looked at, or CHANGED_MEANWHILE. */
@Component
public class RelatedLinks {

  private final PageMapper mapper;
  private final ContentChanges changes;

  RelatedLinks(PageMapper mapper, ContentChanges changes) {
    this.mapper = mapper;
    this.changes = changes;
  }

  /** All of them, in their order. */
  public List<RelatedLink> list() {
    return mapper.links();
  }

  /** The link with this key; NOT_FOUND if there is none. */
  public RelatedLink get(long id) {
    return mapper.findLink(id).orElseThrow(() -> ContentChanges.notFound("相關連結", id));
  }

  /** Adds one; VALUE_INVALID. */
  public RelatedLink create(RelatedLink.Content content, Actor actor) {
    content.check();
    return changes.inTransaction(
        () -> {
          NewKey key = new NewKey();
          mapper.insertLink(content, key);
          RelatedLink made = get(key.id());
          changes.log(AuditAction.CONTENT_CREATED, actor, subject(made.id()), null, made);
          return made;
        });
  }

  /** Changes one; VALUE_INVALID. */
  public RelatedLink change(long id, int version, RelatedLink.Content content, Actor actor) {
    content.check();
    return changes.inTransaction(
        () -> {
          RelatedLink before = get(id);
          ContentChanges.requireOne(
              subject(id), mapper.updateLink(new RelatedLink(id, version, content)));
          RelatedLink after = get(id);
          changes.log(AuditAction.CONTENT_CHANGED, actor, subject(id), before, after);
          return after;
        });
  }

  /** Deletes one. */
  public void remove(long id, int version, Actor actor) {
    changes.inTransaction(
        () -> {
          RelatedLink before = get(id);
          ContentChanges.requireOne(subject(id), mapper.deleteLink(id, version));
          changes.log(AuditAction.CONTENT_REMOVED, actor, subject(id), before, null);
          return before;
        });
  }

  private static String subject(long id) {
    return "link " + id;
  }
}
