package tw.gov.mocs.hub.web.progress;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationEvidence;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.ApplicationStatus;
import tw.gov.mocs.hub.file.StoredFiles;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.form.FormFormat;
import tw.gov.mocs.hub.web.form.FormPrinter;
import tw.gov.mocs.hub.web.sheet.SaveAs;

/** 申請書下載, 簽章證明 and the files that were handed in, of one application. */
@Controller
final class ApplicationFiles {

  private final ShownApplications shown;
  private final ApplicationForms forms;
  private final FormPrinter printer;
  private final ApplicationEvidence evidence;
  private final StoredFiles files;

  ApplicationFiles(
      ShownApplications shown,
      ApplicationForms forms,
      FormPrinter printer,
      ApplicationEvidence evidence,
      StoredFiles files) {
    this.shown = shown;
    this.forms = forms;
    this.printer = printer;
    this.evidence = evidence;
    this.files = files;
  }

  @GetMapping("/progress/{number}/form.{format:docx|odt|pdf}")
  ResponseEntity<byte[]> form(
      @PathVariable("number") String number,
      @PathVariable("format") String extension,
      HttpServletRequest request) {
    Application application = shown.look(number, "form." + extension, request);
    if (application.status() == ApplicationStatus.RETURNED) {
      throw new HubException(
          ErrorCode.STATE_CONFLICT, number + " is being corrected", application.status().name());
    }
    FormFormat format = FormFormat.of(extension);
    return SaveAs.answer(
        printer.print(forms.of(application), format), format.fileName(number), format.mediaType());
  }

  @GetMapping("/progress/{number}/evidence.zip")
  ResponseEntity<byte[]> evidence(
      @PathVariable("number") String number, HttpServletRequest request) {
    ApplicationNumber known = shown.look(number, "evidence.zip", request).number().orElseThrow();
    return SaveAs.answer(
        evidence.zip(known),
        ApplicationEvidence.fileName(known),
        MediaType.parseMediaType("application/zip"));
  }

  /** 簽章證明 of an earlier submission, before the application was returned. */
  @GetMapping("/progress/{number}/evidence-{round:[0-9]{1,4}}.zip")
  ResponseEntity<byte[]> evidence(
      @PathVariable("number") String number,
      @PathVariable("round") int round,
      HttpServletRequest request) {
    ApplicationNumber known =
        shown.look(number, "evidence-" + round + ".zip", request).number().orElseThrow();
    return SaveAs.answer(
        evidence.zip(known, round),
        known + "-evidence-" + round + ".zip",
        MediaType.parseMediaType("application/zip"));
  }

  @GetMapping("/progress/{number}/files/{id:[0-9]{1,18}}")
  ResponseEntity<InputStreamResource> file(
      @PathVariable("number") String number,
      @PathVariable("id") long id,
      HttpServletRequest request) {
    boolean its =
        shown.look(number, "file " + id, request).content().attachments().stream()
            .anyMatch(each -> each.id() == id);
    if (!its) {
      throw new HubException(ErrorCode.NOT_FOUND, number + " has no file " + id, "檔案");
    }
    return SaveAs.answer(files.open(id));
  }
}
