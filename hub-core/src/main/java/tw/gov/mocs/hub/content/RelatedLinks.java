package tw.gov.mocs.hub.content;

import java.util.List;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.Actor;

/** 相關連結. What changes one takes the version that the caller looked at, or CHANGED_MEANWHILE. */
@Component
public class RelatedLinks {

  private static final ContentKind KIND = ContentKind.LINK;

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
    return mapper.findLink(id).orElseThrow(() -> KIND.notFound(id));
  }

  /** Adds one; VALUE_INVALID. */
  public RelatedLink create(RelatedLink.Content content, Actor actor) {
    content.check();
    return changes.create(KIND, actor, key -> mapper.insertLink(content, key), this::get);
  }

  /** Changes one; VALUE_INVALID. */
  public RelatedLink change(long id, int version, RelatedLink.Content content, Actor actor) {
    content.check();
    return changes.change(
        KIND.subject(id),
        actor,
        () -> get(id),
        before -> mapper.updateLink(new RelatedLink(id, version, content)));
  }

  /** Deletes one. */
  public void remove(long id, int version, Actor actor) {
    changes.remove(KIND.subject(id), actor, () -> get(id), () -> mapper.deleteLink(id, version));
  }
}
