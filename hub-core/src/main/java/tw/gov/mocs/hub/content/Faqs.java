package tw.gov.mocs.hub.content;

import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.Page;

/**
 * 常見問題. What changes one takes the version that the caller looked at and throws CHANGED_MEANWHILE
 * if it is another by now; who may do so is the edge's to know.
 */
@Component
public class Faqs {

  private final FaqMapper mapper;
  private final ContentChanges changes;

  Faqs(FaqMapper mapper, ContentChanges changes) {
    this.mapper = mapper;
    this.changes = changes;
  }

  /** A page of questions. */
  public Page<Faq> search(ContentSearch search) {
    ContentFilter filter = ContentFilter.of(search, changes.today());
    return new Page<>(mapper.search(filter), search.page(), search.size(), mapper.count(filter));
  }

  /** One that everybody may see; NOT_FOUND for any other. */
  public Faq getPublished(long id) {
    Faq found = get(id);
    if (!found.published()) {
      throw ContentChanges.notFound("常見問題", id);
    }
    return found;
  }

  /** Any, also a draft; NOT_FOUND if there is none. */
  public Faq get(long id) {
    return mapper.find(id).orElseThrow(() -> ContentChanges.notFound("常見問題", id));
  }

  /** Begins a draft; VALUE_INVALID. */
  public Faq create(Faq.Content content, Actor actor) {
    content.check();
    return changes.inTransaction(
        () -> {
          NewKey key = new NewKey();
          mapper.insert(content, changes.now(), key);
          Faq made = get(key.id());
          changes.log(AuditAction.CONTENT_CREATED, actor, subject(made.id()), null, made);
          return made;
        });
  }

  /** Gives it another content; VALUE_INVALID. */
  public Faq change(long id, int version, Faq.Content content, Actor actor) {
    content.check();
    return update(
        AuditAction.CONTENT_CHANGED,
        id,
        version,
        actor,
        before -> new Faq(id, version, before.published(), content, changes.now()));
  }

  /** Shows it; STATE_CONFLICT if it is published. */
  public Faq publish(long id, int version, Actor actor) {
    return publish(AuditAction.CONTENT_PUBLISHED, id, version, true, actor);
  }

  /** Makes it a draft again; STATE_CONFLICT if it is one. */
  public Faq unpublish(long id, int version, Actor actor) {
    return publish(AuditAction.CONTENT_UNPUBLISHED, id, version, false, actor);
  }

  /** Deletes it. */
  public void remove(long id, int version, Actor actor) {
    changes.inTransaction(
        () -> {
          Faq before = get(id);
          ContentChanges.requireOne(subject(id), mapper.delete(id, version));
          changes.log(AuditAction.CONTENT_REMOVED, actor, subject(id), before, null);
          return before;
        });
  }

  private Faq publish(AuditAction action, long id, int version, boolean published, Actor actor) {
    return update(
        action,
        id,
        version,
        actor,
        before -> {
          if (before.published() == published) {
            throw new HubException(ErrorCode.STATE_CONFLICT, subject(id) + " is so", "常見問題");
          }
          return new Faq(id, version, published, before.content(), changes.now());
        });
  }

  private Faq update(
      AuditAction action, long id, int version, Actor actor, UnaryOperator<Faq> change) {
    return changes.inTransaction(
        () -> {
          Faq before = get(id);
          ContentChanges.requireVersion(subject(id), version, before.version());
          ContentChanges.requireOne(subject(id), mapper.update(change.apply(before)));
          Faq after = get(id);
          changes.log(action, actor, subject(id), before, after);
          return after;
        });
  }

  private static String subject(long id) {
    return "faq " + id;
  }
}
