package tw.gov.mocs.hub.content;

import java.io.InputStream;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.file.FileRules;
import tw.gov.mocs.hub.file.OpenFile;
import tw.gov.mocs.hub.file.StoredFile;
import tw.gov.mocs.hub.file.StoredFiles;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** 檔案下載: each with one file. */
@Component
public class Downloads extends Entries<Download.Content, Download> {

  private static final ContentKind KIND = ContentKind.DOWNLOAD;

  private final StoredFiles files;
  private final ContentChanges changes;

  Downloads(DownloadMapper mapper, StoredFiles files, ContentChanges changes) {
    super(KIND, mapper, files, changes);
    this.files = files;
    this.changes = changes;
  }

  /** Its file; only a draft may have none. */
  public Optional<StoredFile> findFile(long id) {
    return files(id).stream().findFirst();
  }

  /** The file of one that everybody may see; NOT_FOUND for any other. */
  public OpenFile openPublished(long id) {
    getPublished(id);
    return files.open(findFile(id).orElseThrow(() -> KIND.notFound(id)).id());
  }

  /** Gives it this file instead of any other; as {@link StoredFiles#store}. */
  public StoredFile replaceFile(
      long id, int version, InputStream upload, String sentName, Actor actor) {
    return changes.inTransaction(
        () -> {
          touch(id, version);
          Optional<StoredFile> before = findFile(id);
          before.ifPresent(file -> files.remove(file.id()));
          StoredFile after =
              files.store(
                  upload, sentName, FileRules.DOCUMENTS_AND_PROGRAMS, KIND.owner(id), actor.name());
          logFile(id, before.orElse(null), after, null, actor);
          return after;
        });
  }

  /** Shows it to everybody; STATE_CONFLICT if it is published, or has no file. */
  @Override
  public Download publish(long id, int version, Actor actor) {
    if (findFile(id).isEmpty()) {
      throw new HubException(ErrorCode.STATE_CONFLICT, KIND.subject(id) + " has no file", "尚無檔案");
    }
    return super.publish(id, version, actor);
  }
}
