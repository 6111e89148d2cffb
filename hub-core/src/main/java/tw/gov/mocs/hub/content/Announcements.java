package tw.gov.mocs.hub.content;

import java.io.InputStream;
import java.util.List;
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
 * 最新公告. What changes one takes the version that the caller looked at and throws CHANGED_MEANWHILE
 * if it is another by now; who may do so is the edge's to know.
 */
@Component
public class Announcements {

  private static final String KIND = "announcement";

  private final AnnouncementMapper mapper;
  private final StoredFiles files;
  private final ContentChanges changes;

  Announcements(AnnouncementMapper mapper, StoredFiles files, ContentChanges changes) {
    this.mapper = mapper;
    this.files = files;
    this.changes = changes;
  }

  /** A page of announcements. */
  public Page<Announcement> search(ContentSearch search) {
    ContentFilter filter = ContentFilter.of(search, changes.today());
    return new Page<>(mapper.search(filter), search.page(), search.size(), mapper.count(filter));
  }

  /** One that everybody may see today; NOT_FOUND for any other. */
  public Announcement getPublished(long id) {
    Announcement found = get(id);
    if (!found.isShownOn(changes.today())) {
      throw ContentChanges.notFound("公告", id);
    }
    return found;
  }

  /** Any, also a draft; NOT_FOUND if there is none. */
  public Announcement get(long id) {
    return mapper.find(id).orElseThrow(() -> ContentChanges.notFound("公告", id));
  }

  /** Its attachments, in the order in which they were added. */
  public List<StoredFile> attachments(long id) {
    return files.find(owner(id));
  }

  /** An attachment of one that everybody may see today; NOT_FOUND for any other. */
  public OpenFile openPublished(long id, long fileId) {
    getPublished(id);
    return files.open(requireAttachment(id, fileId).id());
  }

  /** Begins a draft; VALUE_INVALID. */
  public Announcement create(Announcement.Content content, Actor actor) {
    content.check();
    return changes.inTransaction(
        () -> {
          NewKey key = new NewKey();
          mapper.insert(content, changes.now(), key);
          Announcement made = get(key.id());
          changes.log(AuditAction.CONTENT_CREATED, actor, subject(made.id()), null, made);
          return made;
        });
  }

  /** Gives it another content; VALUE_INVALID. */
  public Announcement change(long id, int version, Announcement.Content content, Actor actor) {
    content.check();
    return update(
        AuditAction.CONTENT_CHANGED,
        id,
        version,
        actor,
        before -> new Announcement(id, version, before.published(), content, changes.now()));
  }

  /** Shows it, in its period; STATE_CONFLICT if it is published. */
  public Announcement publish(long id, int version, Actor actor) {
    return publish(AuditAction.CONTENT_PUBLISHED, id, version, true, actor);
  }

  /** Makes it a draft again; STATE_CONFLICT if it is one. */
  public Announcement unpublish(long id, int version, Actor actor) {
    return publish(AuditAction.CONTENT_UNPUBLISHED, id, version, false, actor);
  }

  /** Deletes it with its attachments. */
  public void remove(long id, int version, Actor actor) {
    changes.inTransaction(
        () -> {
          Announcement before = get(id);
          ContentChanges.requireOne(subject(id), mapper.delete(id, version));
          attachments(id).forEach(file -> files.remove(file.id()));
          changes.log(AuditAction.CONTENT_REMOVED, actor, subject(id), before, null);
          return before;
        });
  }

  /**
   * Adds an attachment.
   *
   * @throws HubException as {@link StoredFiles#store}, and VALUE_INVALID beyond {@value
   *     ContentLimits#ATTACHMENTS} of them
   */
  public StoredFile attach(long id, int version, InputStream upload, String sentName, Actor actor) {
    return changes.inTransaction(
        () -> {
          touch(id, version);
          if (attachments(id).size() >= ContentLimits.ATTACHMENTS) {
            throw ContentLimits.invalid("附件", "超過 " + ContentLimits.ATTACHMENTS + " 個");
          }
          StoredFile stored =
              files.store(upload, sentName, FileRules.DOCUMENTS, owner(id), actor.name());
          changes.log(AuditAction.CONTENT_CHANGED, actor, subject(id), null, stored);
          return stored;
        });
  }

  /** Takes an attachment away; NOT_FOUND if it has none such. */
  public void detach(long id, int version, long fileId, Actor actor) {
    changes.inTransaction(
        () -> {
          touch(id, version);
          StoredFile before = requireAttachment(id, fileId);
          files.remove(fileId);
          changes.log(AuditAction.CONTENT_CHANGED, actor, subject(id), before, null);
          return before;
        });
  }

  private Announcement publish(
      AuditAction action, long id, int version, boolean published, Actor actor) {
    return update(
        action,
        id,
        version,
        actor,
        before -> {
          if (before.published() == published) {
            throw new HubException(ErrorCode.STATE_CONFLICT, subject(id) + " is so", "公告");
          }
          return new Announcement(id, version, published, before.content(), changes.now());
        });
  }

  private Announcement update(
      AuditAction action, long id, int version, Actor actor, UnaryOperator<Announcement> change) {
    return changes.inTransaction(
        () -> {
          Announcement before = get(id);
          ContentChanges.requireVersion(subject(id), version, before.version());
          ContentChanges.requireOne(subject(id), mapper.update(change.apply(before)));
          Announcement after = get(id);
          changes.log(action, actor, subject(id), before, after);
          return after;
        });
  }

  private void touch(long id, int version) {
    Announcement present = get(id);
    ContentChanges.requireVersion(subject(id), version, present.version());
    ContentChanges.requireOne(subject(id), mapper.update(present));
  }

  private StoredFile requireAttachment(long id, long fileId) {
    return attachments(id).stream()
        .filter(file -> file.id() == fileId)
        .findFirst()
        .orElseThrow(() -> ContentChanges.notFound("附件", fileId));
  }

  private static FileOwner owner(long id) {
    return new FileOwner(KIND, id);
  }

  private static String subject(long id) {
    return KIND + " " + id;
  }
}
