package tw.gov.mocs.hub.content;

import java.io.InputStream;
import java.util.List;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.file.FileRules;
import tw.gov.mocs.hub.file.OpenFile;
import tw.gov.mocs.hub.file.StoredFile;
import tw.gov.mocs.hub.file.StoredFiles;
import tw.gov.mocs.hub.shared.ErrorCode;
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

  /** Its attachments, in the order in which they were added. */
  public List<StoredFile> attachments(long id) {
    return files(id);
  }

  /** An attachment of one that everybody may see today; NOT_FOUND for any other. */
  public OpenFile openPublished(long id, long fileId) {
    getPublished(id);
    return files.open(requireAttachment(id, fileId).id());
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
              files.store(upload, sentName, FileRules.DOCUMENTS, KIND.owner(id), actor.name());
          changes.logChange(actor, KIND.subject(id), null, stored);
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
          changes.logChange(actor, KIND.subject(id), before, null);
          return before;
        });
  }

  private StoredFile requireAttachment(long id, long fileId) {
    return attachments(id).stream()
        .filter(file -> file.id() == fileId)
        .findFirst()
        .orElseThrow(
            () ->
                new HubException(
                    ErrorCode.NOT_FOUND, KIND.subject(id) + " has not " + fileId, "附件"));
  }
}
