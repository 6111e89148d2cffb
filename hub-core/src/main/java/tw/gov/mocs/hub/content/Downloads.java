package tw.gov.mocs.hub.content;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.file.FileOwner;
import tw.gov.mocs.hub.file.FileRules;
import tw.gov.mocs.hub.file.OpenFile;
import tw.gov.mocs.hub.file.StoredFile;
import tw.gov.mocs.hub.file.StoredFiles;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.Page;

/**
 * 檔案下載: each with one file. What changes one takes the version that the caller looked at and throws
 * CHANGED_MEANWHILE if it is another by now; who may do so is the edge's to know.
 */
@Component
public class Downloads {

  private static final String KIND = "download";

  private final DownloadMapper mapper;
  private final StoredFiles files;
  private final ContentChanges changes;

  Downloads(DownloadMapper mapper, StoredFiles files, ContentChanges changes) {
    this.mapper = mapper;
    this.files = files;
    this.changes = changes;
  }

  /** A page of downloads. */
  public Page<Download> search(ContentSearch search) {
    ContentFilter filter = ContentFilter.of(search, changes.today());
    return new Page<>(mapper.search(filter), search.page(), search.size(), mapper.count(filter));
  }

  /** One that everybody may see; NOT_FOUND for any other. */
  public Download getPublished(long id) {
    Download found = get(id);
    if (!found.published()) {
      throw ContentChanges.notFound("檔案下載", id);
    }
    return found;
  }

  /** Any, also a draft; NOT_FOUND if there is none. */
  public Download get(long id) {
    return mapper.find(id).orElseThrow(() -> ContentChanges.notFound("檔案下載", id));
  }

  /** Its file; only a draft may have none. */
  public Optional<StoredFile> findFile(long id) {
    return files.find(owner(id)).stream().findFirst();
  }

  /** The file of one that everybody may see; NOT_FOUND for any other. */
  public OpenFile openPublished(long id) {
    getPublished(id);
    return files.open(findFile(id).orElseThrow(() -> ContentChanges.notFound("檔案下載", id)).id());
  }

  /** Begins a draft without a file; VALUE_INVALID. */
  public Download create(Download.Content content, Actor actor) {
    content.check();
    return changes.inTransaction(
        () -> {
          NewKey key = new NewKey();
          mapper.insert(content, changes.now(), key);
          Download made = get(key.id());
          changes.log(AuditAction.CONTENT_CREATED, actor, subject(made.id()), null, made);
          return made;
        });
  }

  /** Gives it another content; VALUE_INVALID. */
  public Download change(long id, int version, Download.Content content, Actor actor) {
    content.check();
    return update(
        AuditAction.CONTENT_CHANGED,
        id,
        version,
        actor,
        before -> new Download(id, version, before.published(), content, changes.now()));
  }

  /** Gives it this file instead of any other; as {@link StoredFiles#store}. */
  public StoredFile replaceFile(
      long id, int version, InputStream upload, String sentName, Actor actor) {
    return changes.inTransaction(
        () -> {
          Download present = get(id);
          ContentChanges.requireVersion(subject(id), version, present.version());
          ContentChanges.requireOne(subject(id), mapper.update(present));
          Optional<StoredFile> before = findFile(id);
          before.ifPresent(file -> files.remove(file.id()));
          StoredFile after =
              files.store(
                  upload, sentName, FileRules.DOCUMENTS_AND_ARCHIVES, owner(id), actor.name());
          changes.log(AuditAction.CONTENT_CHANGED, actor, subject(id), before.orElse(null), after);
          return after;
        });
  }

  /** Shows it; STATE_CONFLICT if it is published, or has no file. */
  public Download publish(long id, int version, Actor actor) {
    if (findFile(id).isEmpty()) {
      throw new HubException(ErrorCode.STATE_CONFLICT, subject(id) + " has no file", "尚無檔案");
    }
    return publish(AuditAction.CONTENT_PUBLISHED, id, version, true, actor);
  }

  /** Makes it a draft again; STATE_CONFLICT if it is one. */
  public Download unpublish(long id, int version, Actor actor) {
    return publish(AuditAction.CONTENT_UNPUBLISHED, id, version, false, actor);
  }

  /** Deletes it with its file. */
  public void remove(long id, int version, Actor actor) {
    changes.inTransaction(
        () -> {
          Download before = get(id);
          ContentChanges.requireOne(subject(id), mapper.delete(id, version));
          findFile(id).ifPresent(file -> files.remove(file.id()));
          changes.log(AuditAction.CONTENT_REMOVED, actor, subject(id), before, null);
          return before;
        });
  }

  private Download publish(
      AuditAction action, long id, int version, boolean published, Actor actor) {
    return update(
        action,
        id,
        version,
        actor,
        before -> {
          if (before.published() == published) {
            throw new HubException(ErrorCode.STATE_CONFLICT, subject(id) + " is so", "檔案下載");
          }
          return new Download(id, version, published, before.content(), changes.now());
        });
  }

  private Download update(
      AuditAction action, long id, int version, Actor actor, UnaryOperator<Download> change) {
    return changes.inTransaction(
        () -> {
          Download before = get(id);
          ContentChanges.requireVersion(subject(id), version, before.version());
          ContentChanges.requireOne(subject(id), mapper.update(change.apply(before)));
          Download after = get(id);
          changes.log(action, actor, subject(id), before, after);
          return after;
        });
  }

  private static FileOwner owner(long id) {
    return new FileOwner(KIND, id);
  }

  private static String subject(long id) {
    return KIND + " " + id;
  }
}
