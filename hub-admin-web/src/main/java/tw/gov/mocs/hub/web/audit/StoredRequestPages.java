package tw.gov.mocs.hub.web.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.audit.GivenReason;
import tw.gov.mocs.hub.audit.LogRecord;
import tw.gov.mocs.hub.audit.LogRecords;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.layout.Faults;

/**
 * 開啟保存的請求: only after a reason, which is in the log before anything is shown. What is shown has no
 * address of its own: whoever wants to see it again says why again.
 */
@Controller
final class StoredRequestPages {

  private static final String PATH = "/admin/audit/calls/{recordId}/request";

  private final LogRecords records;
  private final Auditor auditor;
  private final MessageSource messages;

  StoredRequestPages(LogRecords records, Auditor auditor, MessageSource messages) {
    this.records = records;
    this.auditor = auditor;
    this.messages = messages;
  }

  @GetMapping(PATH)
  String ask(@PathVariable("recordId") String recordId, Model model) {
    requireKept(recordId);
    return question(recordId, "", new Faults(), model);
  }

  @PostMapping(PATH)
  String open(
      @PathVariable("recordId") String recordId,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    requireKept(recordId);
    String typed = reason.replace("\r\n", "\n").strip();
    Faults faults = faults(typed, messages, locale);
    if (!faults.isEmpty()) {
      response.setStatus(422);
      return question(recordId, typed, faults, model);
    }
    byte[] opened = records.openEvidence(recordId, typed, auditor.of(request));
    model.addAttribute("recordId", recordId);
    model.addAttribute("reason", typed);
    model.addAttribute("text", new String(opened, StandardCharsets.UTF_8));
    return "audit/request";
  }

  /** What is wrong with a reason. */
  static Faults faults(String reason, MessageSource messages, Locale locale) {
    Faults faults = new Faults();
    faults.addReason(
        reason, GivenReason.LONGEST, (key, told) -> messages.getMessage(key, told, locale));
    return faults;
  }

  private void requireKept(String recordId) {
    LogRecord record =
        records
            .find(recordId)
            .orElseThrow(() -> new HubException(ErrorCode.NOT_FOUND, "no record", "紀錄"));
    if (!record.facts().containsKey("evidenceDigest")) {
      throw new HubException(ErrorCode.NOT_FOUND, "no request of " + recordId, "保存的請求");
    }
  }

  private static String question(String recordId, String reason, Faults faults, Model model) {
    model.addAttribute("recordId", recordId);
    model.addAttribute("reason", reason);
    model.addAttribute("limit", GivenReason.LONGEST);
    model.addAttribute("faults", faults);
    return "audit/open";
  }
}
