package tw.gov.mocs.hub.web.incident;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.UriComponentsBuilder;
import tw.gov.mocs.hub.audit.CallRecords;
import tw.gov.mocs.hub.audit.OwnCall;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.file.FileOwner;
import tw.gov.mocs.hub.file.FileRules;
import tw.gov.mocs.hub.file.StoredFile;
import tw.gov.mocs.hub.file.StoredFiles;
import tw.gov.mocs.hub.incident.Attachment;
import tw.gov.mocs.hub.incident.Incident;
import tw.gov.mocs.hub.incident.IncidentContent;
import tw.gov.mocs.hub.incident.IncidentFault;
import tw.gov.mocs.hub.incident.Incidents;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.incident.LastContact.Contact;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.login.CardHolder;
import tw.gov.mocs.hub.web.login.LoginSession;
import tw.gov.mocs.hub.web.upload.FormFiles;

/** 新增錯誤回報: one form with a number of its own, so that it reports once however often it is sent. */
@Controller
final class ReportPage {

  private static final String FILES = "incident-form";

  private final Incidents incidents;
  private final Catalogue catalogue;
  private final FormFiles formFiles;
  private final StoredFiles storedFiles;
  private final IncidentFaultTexts texts;
  private final CallerAddress addresses;
  private final TransactionTemplate transactions;
  private final LastContact contacts;
  private final CallRecords records;

  ReportPage(
      Incidents incidents,
      Catalogue catalogue,
      FormFiles formFiles,
      StoredFiles storedFiles,
      IncidentFaultTexts texts,
      CallerAddress addresses,
      TransactionTemplate transactions,
      LastContact contacts,
      CallRecords records) {
    this.incidents = incidents;
    this.catalogue = catalogue;
    this.formFiles = formFiles;
    this.storedFiles = storedFiles;
    this.texts = texts;
    this.addresses = addresses;
    this.transactions = transactions;
    this.contacts = contacts;
    this.records = records;
  }

  @GetMapping("/incidents/new")
  String begin(
      @RequestParam(name = "application", required = false) @Nullable String application,
      @RequestParam(name = "service", required = false) @Nullable String service,
      @RequestParam(name = "call", required = false) @Nullable String call) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath("/incidents/new/{form}");
    if (application != null && application.matches("[A-Za-z0-9]{1,12}")) {
      address.queryParam("application", application);
    }
    if (service != null && service.matches("[A-Z0-9_]{1,20}")) {
      address.queryParam("service", service);
    }
    if (call != null && call.matches("[A-Z0-9]{1,40}")) {
      address.queryParam("call", call);
    }
    return "redirect:" + address.buildAndExpand(formFiles.newForm()).toUriString();
  }

  @GetMapping("/incidents/new/{form:[0-9]{18}}")
  String form(
      @PathVariable("form") long form,
      @RequestParam(name = "application", required = false) @Nullable String application,
      @RequestParam(name = "service", required = false) @Nullable String service,
      @RequestParam(name = "call", required = false) @Nullable String call,
      Model model) {
    CardHolder holder = holder();
    Optional<String> sent = alreadySent(form, holder);
    if (sent.isPresent()) {
      return sent.get();
    }
    Contact last = contacts.of(holder.requireAgency());
    ReportForm filled =
        new ReportForm(
            last.name(), last.phone(), last.mail(), "", "", application, service, "", "");
    // A call of another agency is none: nothing of it is filled in.
    Optional<OwnCall> own =
        call == null ? Optional.empty() : records.find(holder.requireAgency(), call);
    ReportForm begun = own.map(one -> filled.about(one.line())).orElse(filled);
    // Its texts are filled in, not typed.
    model.addAttribute("begun", true);
    return show(form, begun, new Faults(), model);
  }

  @PostMapping("/incidents/new/{form:[0-9]{18}}")
  String send(
      @PathVariable("form") long form,
      ReportForm typed,
      @RequestParam(name = "action", defaultValue = "send") String action,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      HttpServletRequest request,
      Model model) {
    CardHolder holder = holder();
    Optional<String> sent = alreadySent(form, holder);
    if (sent.isPresent()) {
      return sent.get();
    }
    FileOwner owner = new FileOwner(FILES, form);
    if (action.matches("remove-[0-9]{1,18}")) {
      formFiles.remove(owner, Long.parseLong(action.substring(7)), holder);
      model.addAttribute("done", "apply.removed");
      return show(form, typed, new Faults(), model);
    }
    // Whoever chose a file and pressed 送出 means it to be sent.
    Optional<String> refusal =
        file == null || (file.isEmpty() && isUnnamed(file) && !action.equals("upload"))
            ? Optional.empty()
            : formFiles.add(
                owner, IncidentContent.MOST_ATTACHMENTS, FileRules.DOCUMENTS, file, holder);
    if (refusal.isPresent() || action.equals("upload")) {
      Faults faults = new Faults();
      boolean chosen = file != null && !isUnnamed(file);
      // Another file would not help a form that is full.
      boolean full = formFiles.isFull(owner, IncidentContent.MOST_ATTACHMENTS, holder);
      refusal.ifPresent(
          text ->
              faults.addNamed(
                  "attachments", !chosen ? texts.noneChosen() : full ? text : texts.refused(text)));
      if (faults.isEmpty()) {
        model.addAttribute("done", "apply.uploaded");
      }
      return show(form, typed, faults, model);
    }
    return report(form, typed, formFiles.of(owner, holder), holder, request, model);
  }

  private String report(
      long form,
      ReportForm typed,
      List<StoredFile> files,
      CardHolder holder,
      HttpServletRequest request,
      Model model) {
    IncidentContent content = typed.content(files);
    List<IncidentFault> found = incidents.faults(holder.requireAgency(), content);
    Faults faults = texts.of(found, typed);
    if (!faults.isEmpty()) {
      return show(form, typed, faults, model);
    }
    Incident reported =
        requireNonNull(
            transactions.execute(
                status -> {
                  Incident made =
                      incidents.report(
                          holder.requireAgency(),
                          String.valueOf(form),
                          content,
                          holder.actor(addresses.of(request)));
                  formFiles.give(files, attached(made), new FileOwner("incident", made.id()));
                  return made;
                }));
    return "redirect:/incidents/" + reported.number() + "?reported";
  }

  private static Set<Long> attached(Incident incident) {
    return incident.content().attachments().stream()
        .map(Attachment::fileId)
        .collect(Collectors.toSet());
  }

  private String show(long form, ReportForm typed, Faults faults, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("typed", typed);
    model.addAttribute("faults", faults);
    model.addAttribute("files", formFiles.of(new FileOwner(FILES, form), holder()));
    model.addAttribute("services", catalogue.current().services().values());
    model.addAttribute("yearsBack", IncidentContent.YEARS_BACK);
    model.addAttribute("mostFiles", IncidentContent.MOST_ATTACHMENTS);
    model.addAttribute("megabytes", storedFiles.maxBytes() / (1024 * 1024));
    model.addAttribute("maxBytes", storedFiles.maxBytes());
    model.addAttribute("extensions", FileRules.DOCUMENTS.extensions());
    return "incident/report";
  }

  /** Who comes back to a form that was sent finds what it reported. */
  private Optional<String> alreadySent(long form, CardHolder holder) {
    return incidents
        .findByForm(holder.requireAgency(), String.valueOf(form))
        .map(incident -> "redirect:/incidents/" + incident.number() + "?reported");
  }

  private static boolean isUnnamed(MultipartFile file) {
    String name = file.getOriginalFilename();
    return name == null || name.isEmpty();
  }

  private static CardHolder holder() {
    return LoginSession.holder().orElseThrow();
  }
}
