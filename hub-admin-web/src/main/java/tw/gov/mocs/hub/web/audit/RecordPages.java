package tw.gov.mocs.hub.web.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.audit.InspectedRecord;
import tw.gov.mocs.hub.audit.LogRecords;
import tw.gov.mocs.hub.audit.LogSearch;
import tw.gov.mocs.hub.audit.PersonHash;
import tw.gov.mocs.hub.audit.RecordInspection;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.sheet.SaveAs;

/** One record of the log: every value, its place in the chain, and what proves it. */
@Controller
final class RecordPages {

  private final RecordInspection inspection;
  private final LogRecords records;
  private final Agencies agencies;
  private final Auditor auditor;
  private final RecordFacts facts;
  private final FindingTexts findings;

  RecordPages(
      RecordInspection inspection,
      LogRecords records,
      Agencies agencies,
      Auditor auditor,
      RecordFacts facts,
      FindingTexts findings) {
    this.inspection = inspection;
    this.records = records;
    this.agencies = agencies;
    this.auditor = auditor;
    this.facts = facts;
    this.findings = findings;
  }

  @GetMapping("/admin/audit/calls/{recordId}")
  String call(
      @PathVariable("recordId") String recordId,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    List<PersonHash> persons = CallFilter.persons(request);
    InspectedRecord found = show(recordId, "CALL", persons, request, locale, model);
    model.addAttribute("persons", LogSearch.named(persons));
    String thumbprint = found.record().facts().getOrDefault("certThumbprint", "");
    model.addAttribute(
        "certificate",
        agencies.findByThumbprint(thumbprint).map(CallerCertificate::of).orElse(null));
    return "audit/call";
  }

  @GetMapping("/admin/audit/acts/{recordId}")
  String act(
      @PathVariable("recordId") String recordId,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    show(recordId, "ACT", List.of(), request, locale, model);
    return "audit/act";
  }

  /** To the record in a row that a verification names. */
  @GetMapping("/admin/audit/rows/{seq:[0-9]{1,18}}")
  RedirectView row(@RequestParam("node") String node, @PathVariable("seq") long seq) {
    String recordId =
        inspection
            .recordAt(node, seq)
            .orElseThrow(() -> new HubException(ErrorCode.NOT_FOUND, "no such row", "紀錄"));
    String list = inspection.kindOf(recordId).filter("CALL"::equals).isPresent() ? "calls" : "acts";
    return new RedirectView("/admin/audit/" + list + "/" + recordId);
  }

  /** 納入證明, which {@code ./hub record check-proof} checks. */
  @GetMapping("/admin/audit/{kind:calls|acts}/{recordId}/proof.txt")
  ResponseEntity<byte[]> proof(
      @PathVariable("recordId") String recordId, HttpServletRequest request) {
    inspection.open(recordId, auditor.of(request));
    return SaveAs.answer(
        records.prove(recordId).text().getBytes(StandardCharsets.US_ASCII),
        "proof-" + recordId + ".txt",
        MediaType.TEXT_PLAIN);
  }

  private InspectedRecord show(
      String recordId,
      String kind,
      List<PersonHash> persons,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    if (!kind.equals(inspection.kindOf(recordId).orElse(kind))) {
      throw new HubException(ErrorCode.NOT_FOUND, "another kind of record", "紀錄");
    }
    InspectedRecord found = inspection.open(recordId, persons, auditor.of(request));
    model.addAttribute("found", found);
    model.addAttribute("record", found.record());
    model.addAttribute("groups", facts.of(found.record(), locale));
    String fault = found.fault();
    model.addAttribute("fault", fault == null ? null : findings.of(fault, locale));
    return found;
  }
}
