package tw.gov.mocs.hub.web.apply;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import tw.gov.mocs.hub.application.Applicant;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ContentFault;
import tw.gov.mocs.hub.application.ContentFault.Reason;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.layout.Faults;

/** 瀏覽, 上傳 and 移除 of step 5A, whichever button was pressed with a file chosen. */
@Component
final class Uploads {

  private static final Set<ErrorCode> TOLD =
      Set.of(ErrorCode.SCANNER_UNAVAILABLE, ErrorCode.CHANGED_MEANWHILE);

  private static final ContentFault REPEATED = new ContentFault("attachments", Reason.REPEATED);

  private final DraftFiles files;
  private final FaultTexts texts;

  Uploads(DraftFiles files, FaultTexts texts) {
    this.files = files;
    this.texts = texts;
  }

  /**
   * The draft with what the form says of its files.
   *
   * @param refused is told why a file is not taken
   */
  Application change(
      Application draft,
      String action,
      @Nullable MultipartFile sent,
      Applicant applicant,
      Locale locale,
      Faults refused) {
    try {
      if (action.matches("remove-[0-9]{1,18}")) {
        return files.remove(draft, Long.parseLong(action.substring(7)), applicant);
      }
      String name = sent == null ? null : sent.getOriginalFilename();
      if (sent == null || name == null || name.isEmpty()) {
        if (action.equals("upload")) {
          refused.addNamed("file", texts.none(locale));
        }
        return draft;
      }
      List<ContentFault> full = files.room(draft);
      if (!full.isEmpty()) {
        full.forEach(fault -> refused.addNamed("file", texts.text(fault, locale)));
        return draft;
      }
      Optional<Application> added = files.add(draft, sent, applicant);
      if (added.isEmpty()) {
        refused.addNamed("file", texts.text(REPEATED, locale));
      }
      return added.orElse(draft);
    } catch (HubException e) {
      if (!e.code().name().startsWith("FILE_") && !TOLD.contains(e.code())) {
        throw e;
      }
      refused.addNamed("file", texts.upload(e, locale));
      return draft;
    }
  }
}
