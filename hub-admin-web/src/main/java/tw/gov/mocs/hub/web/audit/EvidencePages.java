package tw.gov.mocs.hub.web.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.agency.CertificateProposals;
import tw.gov.mocs.hub.audit.GivenReason;
import tw.gov.mocs.hub.audit.RecordInspection;
import tw.gov.mocs.hub.evidence.EvidenceExport;
import tw.gov.mocs.hub.evidence.EvidenceRecipients;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.sheet.SaveAs;

/** 匯出證據: to whom and why, then the package, encrypted to him. */
@Controller
final class EvidencePages {

  private static final String PATH = "/admin/audit/calls/{recordId}/evidence";

  private final EvidenceExport export;
  private final EvidenceRecipients recipients;
  private final RecordInspection records;
  private final FindingTexts findings;
  private final Auditor auditor;
  private final MessageSource messages;

  EvidencePages(
      EvidenceExport export,
      EvidenceRecipients recipients,
      RecordInspection records,
      FindingTexts findings,
      Auditor auditor,
      MessageSource messages) {
    this.findings = findings;
    this.export = export;
    this.recipients = recipients;
    this.records = records;
    this.auditor = auditor;
    this.messages = messages;
  }

  @GetMapping(PATH)
  String ask(@PathVariable("recordId") String recordId, Locale locale, Model model) {
    requireCall(recordId);
    showFault(recordId, locale, model);
    return question(recordId, new Asked("", "", null), new Faults(), model);
  }

  /**
   * To whom and why, as typed.
   *
   * @param unfit whatever, if the page said that the record does not fit; null otherwise
   */
  record Asked(@Nullable String agency, @Nullable String reason, @Nullable String unfit) {

    String code() {
      return agency == null ? "" : agency.strip().toUpperCase(Locale.ROOT);
    }

    String why() {
      return reason == null ? "" : reason.replace("\r\n", "\n").strip();
    }
  }

  /** The package, or the form once more. */
  @PostMapping(PATH)
  Object give(
      @PathVariable("recordId") String recordId,
      Asked asked,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model)
      throws IOException {
    requireCall(recordId);
    String code = asked.code();
    String why = asked.why();
    Faults faults = StoredRequestPages.faults(why, messages, locale);
    if (showFault(recordId, locale, model) && asked.unfit() == null) {
      faults.add("reason", messages.getMessage("audit.evidence.unfit.now", null, locale));
    }
    X509Certificate recipient = recipient(code, file, faults, locale);
    if (faults.isEmpty() && recipient != null) {
      try {
        return SaveAs.answer(
            export.export(recordId, recipient, why, auditor.of(request)),
            "evidence-" + recordId + ".p7m",
            MediaType.parseMediaType("application/pkcs7-mime"));
      } catch (HubException e) {
        if (e.code() != ErrorCode.STATE_CONFLICT) {
          throw e;
        }
        faults.add("reason", unready(recordId, e, locale));
      }
    }
    response.setStatus(422);
    return question(recordId, new Asked(code, why, null), faults, model);
  }

  private String unready(String recordId, HubException refusal, Locale locale) {
    return records.isCovered(recordId)
        ? refusal.sentence(locale)
        : messages.getMessage("audit.evidence.uncovered", null, locale);
  }

  /** Shows what of the record is not what was recorded; whether there is something. */
  private boolean showFault(String recordId, Locale locale, Model model) {
    String fault = records.fault(recordId).map(one -> findings.of(one, locale)).orElse(null);
    model.addAttribute("fault", fault);
    return fault != null;
  }

  private @Nullable X509Certificate recipient(
      String code, @Nullable MultipartFile file, Faults faults, Locale locale) throws IOException {
    boolean sent = file != null && !file.isEmpty();
    if (sent == !code.isEmpty()) {
      faults.add("agency", messages.getMessage("audit.evidence.one", null, locale));
      return null;
    }
    String input = sent ? "file" : "agency";
    try {
      return sent ? recipients.ofFile(bytes(file)) : recipients.ofAgency(new AgencyCode(code));
    } catch (IllegalArgumentException e) {
      faults.add(input, messages.getMessage("audit.agency.unknown", null, locale));
    } catch (HubException e) {
      faults.add(input, refused(e, locale));
    }
    return null;
  }

  /** The codes of a call say what an agency that calls has to do: not what an auditor has. */
  private String refused(HubException refusal, Locale locale) {
    return switch (refusal.code()) {
      case NOT_FOUND -> messages.getMessage("audit.agency.unknown", null, locale);
      case ENCRYPTION_CERTIFICATE_MISSING ->
          messages.getMessage("audit.evidence.noCertificate", null, locale);
      default -> refusal.sentence(locale);
    };
  }

  private static byte[] bytes(@Nullable MultipartFile file) throws IOException {
    if (file == null) {
      return new byte[0];
    }
    // One byte too many is enough for the core to say so; the rest is not read.
    try (InputStream in = file.getInputStream()) {
      return in.readNBytes(CertificateProposals.MAX_CERTIFICATE_BYTES + 1);
    }
  }

  private void requireCall(String recordId) {
    if (records.kindOf(recordId).filter("CALL"::equals).isEmpty()) {
      throw new HubException(ErrorCode.NOT_FOUND, "no call " + recordId, "紀錄");
    }
  }

  private static String question(String recordId, Asked asked, Faults faults, Model model) {
    model.addAttribute("recordId", recordId);
    model.addAttribute("agency", asked.code());
    model.addAttribute("reason", asked.why());
    model.addAttribute("limit", GivenReason.LONGEST);
    model.addAttribute("kilobytes", CertificateProposals.MAX_CERTIFICATE_BYTES / 1024);
    model.addAttribute("faults", faults);
    return "audit/evidence";
  }
}
