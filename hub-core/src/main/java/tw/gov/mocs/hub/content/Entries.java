package tw.gov.mocs.hub.content;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.file.OpenFile;
import tw.gov.mocs.hub.file.StoredFile;
import tw.gov.mocs.hub.file.StoredFiles;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.Page;

/**
 * The life of announcements, downloads, questions and links. What changes one takes the version
 * that the caller looked at and throws CHANGED_MEANWHILE if it is another by now; who may do so is
 * the edge's to know.
 */
public abstract class Entries<C extends EntryContent, T extends Entry<C>> {

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
    if (state(found) != EntryState.PUBLISHED) {
      throw kind.notFound(id);
    }
    return found;
  }

  /** Any, also a draft; NOT_FOUND if there is none. */
  public T get(long id) {
    return mapper.find(id).orElseThrow(() -> kind.notFound(id));
  }

  /** Where one stands today, by Taipei time. */
  public EntryState state(T entry) {
    return entry.state(changes.today());
  }

  /** What the log calls one of them. */
  public String subject(long id) {
    return kind.subject(id);
  }

  /**
   * As {@link #create}, by a form of a page: however often it is sent, it begins one draft.
   *
   * @param formKey written into the form when it was shown, a UUID
   */
  public T createOnce(String formKey, C content, Actor actor) {
    return changes.once(kind.subject(formKey), this::get, () -> create(content, actor));
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
    return publish(id, version, true, null, actor);
  }

  /** Makes it a draft again, for a reason; STATE_CONFLICT if it is one. */
  public T unpublish(long id, int version, String reason, Actor actor) {
    ContentLimits.requireReason(reason);
    return publish(id, version, false, reason, actor);
  }

  /** Deletes a draft with its files, for a reason; STATE_CONFLICT if it is published. */
  public void remove(long id, int version, String reason, Actor actor) {
    ContentLimits.requireReason(reason);
    changes.remove(
        kind.subject(id),
        actor,
        reason,
        () -> get(id),
        () -> {
          requireState(id, version, get(id), false);
          int rows = mapper.delete(id, version);
          files(id).forEach(file -> files.remove(file.id()));
          return rows;
        });
  }

  /** Its files, in the order in which they were added. */
  public final List<StoredFile> files(long id) {
    return files.find(kind.owner(id));
  }

  /** One of its files, of a draft too; NOT_FOUND if it has none such. */
  public final StoredFile getFile(long id, long fileId) {
    return files(id).stream()
        .filter(file -> file.id() == fileId)
        .findFirst()
        .orElseThrow(
            () ->
                new HubException(
                    ErrorCode.NOT_FOUND, kind.subject(id) + " has not " + fileId, "附件"));
  }

  /** The same with its content. */
  public final OpenFile open(long id, long fileId) {
    return files.open(getFile(id, fileId).id());
  }

  /** Logs what became of one of its files. */
  final void logFile(
      long id,
      @Nullable StoredFile before,
      @Nullable StoredFile after,
      @Nullable String reason,
      Actor actor) {
    changes.log(AuditAction.CONTENT_CHANGED, actor, kind.subject(id), before, after, reason);
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

  private T publish(long id, int version, boolean published, @Nullable String reason, Actor actor) {
    return changes.change(
        published ? AuditAction.CONTENT_PUBLISHED : AuditAction.CONTENT_UNPUBLISHED,
        kind.subject(id),
        actor,
        reason,
        () -> get(id),
        before -> {
          requireState(id, version, before, !published);
          return mapper.update(id, version, published, before.content(), changes.now());
        });
  }

  private void requireState(long id, int version, T present, boolean published) {
    // Told before the state: somebody who looked at the other state changed nothing wrongly.
    ContentChanges.requireVersion(kind.subject(id), version, present.version());
    if (present.published() != published) {
      throw new HubException(ErrorCode.STATE_CONFLICT, kind.subject(id) + " is so", kind.title());
    }
  }
}
