package tw.gov.mocs.hub.web.apply;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import tw.gov.mocs.hub.application.Applicant;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationContent;
import tw.gov.mocs.hub.application.Applications;
import tw.gov.mocs.hub.application.Attachment;
import tw.gov.mocs.hub.application.ContentFault;
import tw.gov.mocs.hub.application.ContentFault.Reason;
import tw.gov.mocs.hub.application.ContentLimits;
import tw.gov.mocs.hub.file.FileOwner;
import tw.gov.mocs.hub.file.FileRules;
import tw.gov.mocs.hub.file.StoredFile;
import tw.gov.mocs.hub.file.StoredFiles;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** 上傳之檔案 of a draft. */
@Component
final class DraftFiles {

  static final FileRules RULES = FileRules.DOCUMENTS_AND_ARCHIVES;

  private final StoredFiles files;
  private final Applications applications;

  DraftFiles(StoredFiles files, Applications applications) {
    this.files = files;
    this.applications = applications;
  }

  /** What is wrong with one more file; empty if nothing is. */
  List<ContentFault> room(Application draft) {
    return draft.content().attachments().size() < ContentLimits.ATTACHMENTS
        ? List.of()
        : List.of(new ContentFault("attachments", Reason.TOO_LONG));
  }

  /**
   * Takes a file in, whatever else of the draft was changed meanwhile: it takes nothing away.
   *
   * @return the draft with it; empty if it has a file of the same content already
   * @throws HubException one of the FILE_… codes, SCANNER_UNAVAILABLE, CHANGED_MEANWHILE
   */
  Optional<Application> add(Application draft, MultipartFile sent, Applicant applicant) {
    StoredFile stored = store(draft, sent, applicant);
    List<Attachment> all = new ArrayList<>(draft.content().attachments());
    if (all.stream().anyMatch(file -> file.sha256().equals(stored.sha256()))) {
      files.remove(stored.id());
      return Optional.empty();
    }
    all.add(new Attachment(stored.id(), stored.name().value(), stored.sha256(), stored.size()));
    try {
      return Optional.of(save(draft, all, applicant));
    } catch (HubException e) {
      files.remove(stored.id());
      throw e;
    }
  }

  /** Takes a file away; nothing happens if the draft has no such file. */
  Application remove(Application draft, long fileId, Applicant applicant) {
    List<Attachment> left =
        draft.content().attachments().stream().filter(file -> file.id() != fileId).toList();
    if (left.size() == draft.content().attachments().size()) {
      return draft;
    }
    Application saved = save(draft, left, applicant);
    // Of a copied application the file is still the first one's, and of a returned one it belongs
    // to
    // what was signed before.
    if (draft.number().isEmpty()
        && files.find(owner(draft.id())).stream().anyMatch(file -> file.id() == fileId)) {
      files.remove(fileId);
    }
    return saved;
  }

  /** Forgets the files of a draft that is thrown away. */
  void removeAll(long draftId) {
    files.find(owner(draftId)).forEach(file -> files.remove(file.id()));
  }

  private StoredFile store(Application draft, MultipartFile sent, Applicant applicant) {
    String name = sent.getOriginalFilename();
    try (InputStream content = sent.getInputStream()) {
      return files.store(
          content, name == null ? "" : name, RULES, owner(draft.id()), applicant.actor().name());
    } catch (IOException e) {
      throw new HubException(ErrorCode.FILE_UNREADABLE, "the upload cannot be read", e);
    }
  }

  private Application save(Application draft, List<Attachment> all, Applicant applicant) {
    ApplicationContent old = draft.content();
    return applications.save(
        draft.id(),
        draft.version(),
        ContentWith.conditions(old, old.specialConditions(), all),
        applicant);
  }

  private static FileOwner owner(long draftId) {
    return new FileOwner("application", draftId);
  }
}
