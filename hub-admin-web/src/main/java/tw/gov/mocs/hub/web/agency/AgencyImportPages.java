package tw.gov.mocs.hub.web.agency;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tw.gov.mocs.hub.agency.AgencyField;
import tw.gov.mocs.hub.agency.AgencyImport;
import tw.gov.mocs.hub.agency.AgencyPlan;
import tw.gov.mocs.hub.file.FileOwner;
import tw.gov.mocs.hub.file.FileRules;
import tw.gov.mocs.hub.file.FileType;
import tw.gov.mocs.hub.file.StoredFile;
import tw.gov.mocs.hub.file.StoredFiles;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.login.CardHolder;
import tw.gov.mocs.hub.web.login.LoginSession;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFiles;
import tw.gov.mocs.hub.web.sheet.SheetReader;
import tw.gov.mocs.hub.web.upload.FormFiles;

/** 匯入機關: the file, then what it would do, then all of it or nothing. */
@Controller
final class AgencyImportPages {

  private static final String BEGIN = "/admin/agencies/import";
  private static final String SENT = BEGIN + "/{form:[0-9]{18}}";
  private static final FileRules TABLES = new FileRules(EnumSet.of(FileType.ODS, FileType.CSV));

  /** Lines of a preview; a file may have more. */
  private static final int MOST_SHOWN = 200;

  private final AgencyImport imports;
  private final AgencyFile reader;
  private final AgencyTexts texts;
  private final FormFiles formFiles;
  private final StoredFiles storedFiles;
  private final ListFiles lists;
  private final CallerAddress addresses;

  AgencyImportPages(
      AgencyImport imports,
      AgencyFile reader,
      AgencyTexts texts,
      FormFiles formFiles,
      StoredFiles storedFiles,
      ListFiles lists,
      CallerAddress addresses) {
    this.imports = imports;
    this.reader = reader;
    this.texts = texts;
    this.formFiles = formFiles;
    this.storedFiles = storedFiles;
    this.lists = lists;
    this.addresses = addresses;
  }

  @GetMapping(BEGIN)
  String begin(Model model) {
    return upload(new Faults(), model);
  }

  /** The headings alone. */
  @GetMapping(BEGIN + "/template.{format:ods|csv}")
  void template(
      @PathVariable("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ListFile<String> file = lists.begin("agencies.import.template", request);
    for (AgencyField field : AgencyField.values()) {
      file.column("agencies.field." + field, nothing -> null);
    }
    file.send(format, ListFile.Rows.of(List.of()), response);
  }

  @PostMapping(BEGIN)
  String send(
      @RequestParam(name = "file", required = false) @Nullable MultipartFile sent,
      HttpServletResponse response,
      Locale locale,
      Model model)
      throws IOException {
    FileOwner form = owner(formFiles.newForm());
    Optional<String> refusal =
        sent == null
            ? Optional.of(texts.text("agencies.import.noFile", locale))
            : formFiles.add(form, 1, TABLES, sent, holder());
    if (refusal.isEmpty()) {
      refusal = unreadable(formFiles.of(form, holder()).get(0), locale);
    }
    if (refusal.isEmpty()) {
      return "redirect:" + BEGIN + "/" + form.id();
    }
    response.setStatus(422);
    return upload(new Faults().add("file", refusal.get()), model);
  }

  /** Why nothing of it can be taken. */
  private Optional<String> unreadable(StoredFile file, Locale locale) throws IOException {
    try {
      AgencyFile.Content content = reader.read(file);
      if (!content.missing().isEmpty()) {
        String missing = texts.text("agencies.field." + content.missing().get(0), locale);
        return Optional.of(texts.text("agencies.import.noColumn", locale, missing));
      }
      return content.lines().isEmpty()
          ? Optional.of(texts.text("agencies.import.empty", locale))
          : Optional.empty();
    } catch (HubException refusal) {
      return Optional.of(
          refusal.code() == ErrorCode.FILE_UNREADABLE
              ? texts.text("agencies.import.unreadable", locale)
              : texts.text("agencies.import.much", locale, SheetReader.MOST_ROWS));
    }
  }

  @GetMapping(SENT)
  String preview(@PathVariable("form") long form, Locale locale, Model model) throws IOException {
    Optional<StoredFile> file = file(form);
    return file.isEmpty()
        ? "redirect:" + BEGIN + "?over"
        : preview(form, file.get(), false, locale, model);
  }

  @PostMapping(SENT)
  String apply(
      @PathVariable("form") long form,
      @RequestParam(name = "mark", defaultValue = "") String mark,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model)
      throws IOException {
    Optional<StoredFile> file = file(form);
    if (file.isEmpty()) {
      return "redirect:" + BEGIN + "?over";
    }
    try {
      imports.apply(reader.read(file.get()).lines(), mark, holder().actor(addresses.of(request)));
      formFiles.remove(owner(form), file.get().id(), holder());
      return "redirect:/admin/agencies?told=imported";
    } catch (HubException refusal) {
      if (refusal.code() != ErrorCode.CHANGED_MEANWHILE
          && refusal.code() != ErrorCode.VALUE_INVALID) {
        throw refusal;
      }
      response.setStatus(422);
      return preview(form, file.get(), true, locale, model);
    }
  }

  /**
   * A line that does not fit.
   *
   * @param number in the file
   * @param code of its agency, as it stands there
   * @param faults what is wrong
   */
  record FaultyLine(int number, String code, List<String> faults) {}

  private FaultyLine shown(AgencyPlan.Step step, Locale locale) {
    return new FaultyLine(
        step.line(),
        step.after().code(),
        step.faults().stream().map(fault -> texts.text(fault, locale)).toList());
  }

  private String preview(long form, StoredFile file, boolean changed, Locale locale, Model model)
      throws IOException {
    AgencyFile.Content content = reader.read(file);
    AgencyPlan plan = imports.plan(content.lines());
    List<AgencyPlan.Step> faulty = plan.of(AgencyPlan.Kind.FAULTY);
    List<AgencyPlan.Step> effective =
        plan.steps().stream()
            .filter(
                step -> step.kind() == AgencyPlan.Kind.ADD || step.kind() == AgencyPlan.Kind.CHANGE)
            .toList();
    model.addAttribute("form", form);
    model.addAttribute("fileName", file.name().value());
    model.addAttribute("plan", plan);
    model.addAttribute("ignored", content.ignored());
    model.addAttribute(
        "faulty", faulty.stream().limit(MOST_SHOWN).map(step -> shown(step, locale)).toList());
    model.addAttribute("faultyCount", faulty.size());
    model.addAttribute("effective", effective.stream().limit(MOST_SHOWN).toList());
    model.addAttribute("added", plan.of(AgencyPlan.Kind.ADD).size());
    model.addAttribute("changedCount", plan.of(AgencyPlan.Kind.CHANGE).size());
    model.addAttribute("same", plan.of(AgencyPlan.Kind.SAME).size());
    model.addAttribute("most", MOST_SHOWN);
    model.addAttribute("fields", AgencyField.values());
    model.addAttribute("changed", changed);
    return "agency/preview";
  }

  private String upload(Faults faults, Model model) {
    model.addAttribute("faults", faults);
    model.addAttribute("megabytes", storedFiles.maxBytes() / (1024 * 1024));
    model.addAttribute("rows", SheetReader.MOST_ROWS);
    return "agency/import";
  }

  private Optional<StoredFile> file(long form) {
    return formFiles.of(owner(form), holder()).stream().findFirst();
  }

  private static FileOwner owner(long form) {
    return new FileOwner("agencies-form", form);
  }

  private static CardHolder holder() {
    return LoginSession.holder().orElseThrow();
  }
}
