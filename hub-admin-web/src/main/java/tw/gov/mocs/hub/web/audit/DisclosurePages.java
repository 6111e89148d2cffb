package tw.gov.mocs.hub.web.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.application.Applications;
import tw.gov.mocs.hub.audit.Disclosure;
import tw.gov.mocs.hub.audit.GivenReason;
import tw.gov.mocs.hub.audit.LogArchive;
import tw.gov.mocs.hub.audit.LogSearches;
import tw.gov.mocs.hub.audit.PersonHasher;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.Page;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.ServiceNames;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/** 個人資料提供紀錄: to whom data of a person were given, as one report to be printed. */
@Controller
final class DisclosurePages {

  private static final String PATH = "/admin/audit/persons";
  private static final String REPORT = PATH + "/{handle:[0-9a-f-]{36}}";
  private static final int MOST_NUMBERS = 10;

  private final LogSearches searches;
  private final LogArchive archive;
  private final PersonInquiries inquiries;
  private final PersonHasher hasher;
  private final KnownAgencies agencies;
  private final Applications applications;
  private final Catalogue catalogue;
  private final Auditor auditor;
  private final MessageSource messages;
  private final ListFiles files;
  private final Clock clock;

  DisclosurePages(
      LogSearches searches,
      LogArchive archive,
      PersonInquiries inquiries,
      PersonHasher hasher,
      KnownAgencies agencies,
      Applications applications,
      Catalogue catalogue,
      Auditor auditor,
      MessageSource messages,
      ListFiles files,
      Clock clock) {
    this.searches = searches;
    this.archive = archive;
    this.inquiries = inquiries;
    this.hasher = hasher;
    this.agencies = agencies;
    this.applications = applications;
    this.catalogue = catalogue;
    this.auditor = auditor;
    this.messages = messages;
    this.files = files;
    this.clock = clock;
  }

  @GetMapping(PATH)
  String ask(HttpServletRequest request, Model model) {
    return question(TimeRange.of(request), "", "", new Faults(), model);
  }

  @PostMapping(PATH)
  String asked(
      @RequestParam(name = "numbers", defaultValue = "") String numbers,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    TimeRange time = TimeRange.of(request);
    String why = reason.replace("\r\n", "\n").strip();
    List<String> all =
        numbers.lines().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
    Faults faults = new Faults();
    boolean readable = all.stream().allMatch(one -> FoundCallPages.NUMBER.matcher(one).matches());
    if (all.isEmpty() || all.size() > MOST_NUMBERS || !readable) {
      Object[] most = {MOST_NUMBERS};
      faults.add("numbers", messages.getMessage("audit.numbers.wrong", most, locale));
    }
    StoredRequestPages.faults(why, messages, locale).all().forEach(faults::add);
    time.faults(messages, locale).all().forEach(one -> faults.add(one.field(), one.text()));
    if (!faults.isEmpty()) {
      response.setStatus(422);
      return question(time, numbers, why, faults, model);
    }
    PersonInquiry inquiry =
        new PersonInquiry(
            UUID.randomUUID().toString(),
            PersonInquiry.hashed(all, hasher),
            all.stream().map(PersonInquiry::masked).toList(),
            PersonInquiry.doubtful(all),
            why,
            time.begin(),
            time.end(),
            clock.instant());
    inquiries.keep(inquiry, request);
    return "redirect:" + PATH + "/" + inquiry.handle();
  }

  @GetMapping(path = REPORT, params = "!format")
  String report(
      @PathVariable("handle") String handle,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    Optional<PersonInquiry> found = inquiries.find(handle, request);
    if (found.isEmpty()) {
      return "redirect:" + PATH + "?over";
    }
    PersonInquiry inquiry = found.get();
    Page<Disclosure> page = disclosures(inquiry, request);
    model.addAttribute("inquiry", inquiry);
    model.addAttribute("page", page);
    model.addAttribute("changed", count(page, Disclosure.Content.CHANGED));
    model.addAttribute("lost", count(page, Disclosure.Content.LOST));
    model.addAttribute("archived", archive.between(inquiry.from(), inquiry.before()));
    model.addAttribute("summary", GivenTo.of(page.items()));
    model.addAttribute("agencies", agencies);
    model.addAttribute("names", new ServiceNames(catalogue.current(), locale));
    model.addAttribute("purposes", new GivenPurposes(applications));
    model.addAttribute("now", clock.instant());
    model.addAttribute("by", auditor.of(request).name());
    return "audit/report";
  }

  @GetMapping(path = REPORT, params = "format")
  void export(
      @PathVariable("handle") String handle,
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    PersonInquiry inquiry =
        inquiries
            .find(handle, request)
            .orElseThrow(() -> new HubException(ErrorCode.NOT_FOUND, "no inquiry", "紀錄"));
    ListFile<Disclosure> file = files.begin("audit.persons.title", request);
    ServiceNames names = new ServiceNames(catalogue.current(), file.locale());
    GivenPurposes purposes = new GivenPurposes(applications);
    file.column("audit.time", one -> one.call().line().receivedAt())
        .column("audit.agencyCode", one -> one.call().agencyCode())
        .column("audit.agency", one -> agencies.name(one.call().agencyCode(), file.locale()))
        .column("calls.service", one -> names.codeOf(one.call().line().service()))
        .column("calls.serviceName", one -> names.of(one.call().line().service()))
        .column("calls.application", one -> one.call().line().applicationNo())
        .column("calls.grantVersion", Disclosure::grantVersion)
        .column("calls.purpose", purposes::of)
        .column("audit.persons", one -> one.call().persons())
        .column("audit.address", one -> one.call().callerAddress())
        .column("calls.recordId", one -> one.call().recordId())
        .column("audit.place.content", one -> file.text("audit.report.content." + one.content()))
        .send(format, ListFile.Rows.of(disclosures(inquiry, request).items()), response);
  }

  private static long count(Page<Disclosure> page, Disclosure.Content content) {
    return page.items().stream().filter(one -> one.content() == content).count();
  }

  private Page<Disclosure> disclosures(PersonInquiry inquiry, HttpServletRequest request) {
    return searches.disclosures(
        inquiry.hashes(), inquiry.from(), inquiry.before(), inquiry.reason(), auditor.of(request));
  }

  private static String question(
      TimeRange time, String numbers, String reason, Faults faults, Model model) {
    model.addAttribute("time", time);
    model.addAttribute("numbers", numbers);
    model.addAttribute("reason", reason);
    model.addAttribute("most", MOST_NUMBERS);
    model.addAttribute("limit", GivenReason.LONGEST);
    model.addAttribute("faults", faults);
    return "audit/persons";
  }
}
