package tw.gov.mocs.hub.content;

import java.io.InputStream;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.file.FileRules;
import tw.gov.mocs.hub.file.OpenFile;
import tw.gov.mocs.hub.file.StoredFile;
import tw.gov.mocs.hub.file.StoredFiles;
import tw.gov.mocs.hub.shared.HubException;

/** 最新公告: each shown in its period, with its attachments. */
@Component
public class Announcements extends Entries<Announcement.Content, Announcement> {

  private static final ContentKind KIND = ContentKind.ANNOUNCEMENT;

  private final StoredFiles files;
  private final ContentChanges changes;

  Announcements(AnnouncementMapper mapper, StoredFiles files, ContentChanges changes) {
    super(KIND, mapper, files, changes);
    this.files = files;
    this.changes = changes;
  }

  /** An attachment of one that everybody may see today; NOT_FOUND for any other. */
  public OpenFile openPublished(long id, long fileId) {
    getPublished(id);
    return open(id, fileId);
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
          if (files(id).size() >= ContentLimits.ATTACHMENTS) {
            throw ContentLimits.invalid("附件", "超過 " + ContentLimits.ATTACHMENTS + " 個");
          }
          StoredFile stored =
              files.store(upload, sentName, FileRules.DOCUMENTS, KIND.owner(id), actor.name());
          logFile(id, null, stored, null, actor);
          return stored;
        });
  }

  /** Takes an attachment away, for a reason; NOT_FOUND if it has none such. */
  public void detach(long id, int version, long fileId, String reason, Actor actor) {
    ContentLimits.requireReason(reason);
    changes.inTransaction(
        () -> {
          touch(id, version);
          StoredFile before = getFile(id, fileId);
          files.remove(fileId);
          logFile(id, before, null, reason, actor);
          return before;
        });
  }
}
