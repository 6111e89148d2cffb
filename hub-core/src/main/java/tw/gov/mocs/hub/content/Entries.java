package tw.gov.mocs.hub.content;

import java.util.List;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.file.StoredFile;
import tw.gov.mocs.hub.file.StoredFiles;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.Page;

/**
 * The life of announcements, downloads and questions. What changes one takes the version that the
 * caller looked at and throws CHANGED_MEANWHILE if it is another by now; who may do so is the
 * edge's to know.
 */
public abstract class Entries<C extends Checked, T extends Entry<C>> {

  private final ContentKind kind;
  private final EntryMapper<C, T> mapper;
  private final StoredFiles files;
  private final ContentChanges changes;

  Entries(ContentKind kind, EntryMapper<C, T> mapper, StoredFiles files, ContentChanges changes) {
    this.kind = kind;
    this.mapper = mapper;
    this.files = files;
    this.changes = changes;
  }

  /** A page of them. */
  public Page<T> search(ContentSearch search) {
    ContentFilter filter = ContentFilter.of(search, changes.today());
    return new Page<>(mapper.search(filter), search.page(), search.size(), mapper.count(filter));
  }

  /** One that everybody may see today; NOT_FOUND for any other. */
  public T getPublished(long id) {
    T found = get(id);
    if (!found.isShownOn(changes.today())) {
      throw kind.notFound(id);
    }
    return found;
  }

  /** Any, also a draft; NOT_FOUND if there is none. */
  public T get(long id) {
    return mapper.find(id).orElseThrow(() -> kind.notFound(id));
  }

  /** Begins a draft, without files; VALUE_INVALID. */
  public T create(C content, Actor actor) {
    content.check();
    return changes.create(
        kind, actor, key -> mapper.insert(content, changes.now(), key), this::get);
  }

  /** Gives it another content; VALUE_INVALID. */
  public T change(long id, int version, C content, Actor actor) {
    content.check();
    return changes.change(
        kind.subject(id),
        actor,
        () -> get(id),
        before -> mapper.update(id, version, before.published(), content, changes.now()));
  }

  /** Shows it to everybody; STATE_CONFLICT if it is published. */
  public T publish(long id, int version, Actor actor) {
    return publish(AuditAction.CONTENT_PUBLISHED, id, version, true, actor);
  }

  /** Makes it a draft again; STATE_CONFLICT if it is one. */
  public T unpublish(long id, int version, Actor actor) {
    return publish(AuditAction.CONTENT_UNPUBLISHED, id, version, false, actor);
  }

  /** Deletes it with its files. */
  public void remove(long id, int version, Actor actor) {
    changes.remove(
        kind.subject(id),
        actor,
        () -> get(id),
        () -> {
          int rows = mapper.delete(id, version);
          files(id).forEach(file -> files.remove(file.id()));
          return rows;
        });
  }

  /** Its files, in the order in which they were added. */
  final List<StoredFile> files(long id) {
    return files.find(kind.owner(id));
  }

  /**
   * Makes it the next version without another content, where its files change; in a transaction.
   */
  final void touch(long id, int version) {
    T present = get(id);
    ContentChanges.requireOne(
        kind.subject(id),
        mapper.update(id, version, present.published(), present.content(), present.changedAt()));
  }

  private T publish(AuditAction action, long id, int version, boolean published, Actor actor) {
    return changes.change(
        action,
        kind.subject(id),
        actor,
        () -> get(id),
        before -> {
          // Told before the state: somebody who looked at the other state changed nothing wrongly.
          ContentChanges.requireVersion(kind.subject(id), version, before.version());
          if (before.published() == published) {
            throw new HubException(
                ErrorCode.STATE_CONFLICT, kind.subject(id) + " is so", kind.title());
          }
          return mapper.update(id, version, published, before.content(), changes.now());
        });
  }
}
