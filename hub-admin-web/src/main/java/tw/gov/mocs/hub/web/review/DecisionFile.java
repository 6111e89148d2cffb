package tw.gov.mocs.hub.web.review;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationStatus;
import tw.gov.mocs.hub.application.Letters;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.form.FormFormat;
import tw.gov.mocs.hub.web.form.FormPrinter;
import tw.gov.mocs.hub.web.progress.ApplicationForms;
import tw.gov.mocs.hub.web.progress.ShownApplications;
import tw.gov.mocs.hub.web.sheet.SaveAs;

/** 列印審核結果: the paper of a decided application as a file, for the ministry's own file. */
@Controller
final class DecisionFile {

  private static final Set<ApplicationStatus> DECIDED =
      Set.of(
          ApplicationStatus.APPROVED,
          ApplicationStatus.PARTLY_APPROVED,
          ApplicationStatus.REJECTED);

  private final ShownApplications shown;
  private final ApplicationForms forms;
  private final Letters letters;
  private final DecisionPaper paper;
  private final FormPrinter printer;

  DecisionFile(
      ShownApplications shown,
      ApplicationForms forms,
      Letters letters,
      DecisionPaper paper,
      FormPrinter printer) {
    this.shown = shown;
    this.forms = forms;
    this.letters = letters;
    this.paper = paper;
    this.printer = printer;
  }

  /** Whether there is a decision to print. */
  static boolean isDecided(Application application) {
    return DECIDED.contains(application.status());
  }

  @GetMapping("/admin/reviews/{number}/decision.{format:docx|odt|pdf}")
  ResponseEntity<byte[]> print(
      @PathVariable("number") String number,
      @PathVariable("format") String extension,
      HttpServletRequest request) {
    FormFormat format = FormFormat.of(extension);
    Application application = shown.look(number, format.fileName("decision"), request);
    if (!isDecided(application)) {
      throw new HubException(
          ErrorCode.STATE_CONFLICT, number + " is not decided", application.status().name());
    }
    byte[] file =
        printer.print(
            paper.of(
                application,
                forms.of(application),
                letters.find(application.number().orElseThrow())),
            format);
    return SaveAs.answer(file, format.fileName(number + "-decision"), format.mediaType());
  }
}
