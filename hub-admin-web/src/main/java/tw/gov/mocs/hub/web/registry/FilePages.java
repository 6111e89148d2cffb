package tw.gov.mocs.hub.web.registry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
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
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.CatalogueImport;
import tw.gov.mocs.hub.catalogue.CataloguePlan;
import tw.gov.mocs.hub.catalogue.CatalogueSheet;
import tw.gov.mocs.hub.file.FileOwner;
import tw.gov.mocs.hub.file.FileRules;
import tw.gov.mocs.hub.file.FileType;
import tw.gov.mocs.hub.file.StoredFile;
import tw.gov.mocs.hub.file.StoredFiles;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.login.CardHolder;
import tw.gov.mocs.hub.web.login.LoginSession;
import tw.gov.mocs.hub.web.sheet.SaveAs;
import tw.gov.mocs.hub.web.sheet.SheetFormat;
import tw.gov.mocs.hub.web.sheet.SheetReader;
import tw.gov.mocs.hub.web.upload.FormFiles;

/** 整批下載 and 匯入: the whole catalogue as a file, and one sent back: what it would do, then all. */
@Controller
final class FilePages {

  private static final String BEGIN = "/admin/tables/file";
  private static final String SENT = BEGIN + "/{form:[0-9]{18}}";
  private static final FileRules ODS = new FileRules(EnumSet.of(FileType.ODS));

  /** Lines of a preview; a file may have more. */
  private static final int MOST_SHOWN = 200;

  private final Catalogue catalogue;
  private final CatalogueImport imports;
  private final CatalogueFile file;
  private final RegistryTexts texts;
  private final FormFiles formFiles;
  private final StoredFiles storedFiles;
  private final EntryForm form;

  FilePages(
      Catalogue catalogue,
      CatalogueImport imports,
      CatalogueFile file,
      RegistryTexts texts,
      FormFiles formFiles,
      StoredFiles storedFiles,
      EntryForm form) {
    this.catalogue = catalogue;
    this.imports = imports;
    this.file = file;
    this.texts = texts;
    this.formFiles = formFiles;
    this.storedFiles = storedFiles;
    this.form = form;
  }

  @GetMapping("/admin/tables/catalogue.ods")
  void download(HttpServletResponse response, Locale locale) throws IOException {
    String name = SheetFormat.ODS.fileName(texts.text("registry.file.name", locale));
    SaveAs.headers(name, SheetFormat.ODS.mediaType())
        .forEach((header, values) -> response.setHeader(header, values.get(0)));
    file.write(catalogue.current(), locale, response.getOutputStream());
    response.flushBuffer();
  }

  @GetMapping(BEGIN)
  String begin(Model model) {
    return upload(new Faults(), model);
  }

  @PostMapping(BEGIN)
  String send(
      @RequestParam(name = "file", required = false) @Nullable MultipartFile sent,
      HttpServletResponse response,
      Locale locale,
      Model model)
      throws IOException {
    FileOwner owner = owner(formFiles.newForm());
    Optional<String> refusal =
        sent == null
            ? Optional.of(texts.text("registry.file.none", locale))
            : formFiles.add(owner, 1, ODS, sent, holder());
    if (refusal.isEmpty()) {
      refusal = unreadable(formFiles.of(owner, holder()).get(0), locale);
    }
    if (refusal.isEmpty()) {
      return "redirect:" + BEGIN + "/" + owner.id();
    }
    response.setStatus(422);
    return upload(new Faults().add("file", refusal.get()), model);
  }

  /** Why nothing of it can be taken. */
  private Optional<String> unreadable(StoredFile stored, Locale locale) throws IOException {
    try {
      CatalogueFile.Content content = file.read(stored, locale);
      if (!content.missing().isEmpty()) {
        String missing = String.join("; ", content.missing());
        return Optional.of(texts.text("registry.file.noColumn", locale, missing));
      }
      return content.lines().isEmpty()
          ? Optional.of(texts.text("registry.file.empty", locale))
          : Optional.empty();
    } catch (HubException refusal) {
      return Optional.of(refusal.sentence(locale));
    }
  }

  @GetMapping(SENT)
  String preview(@PathVariable("form") long number, Locale locale, Model model) throws IOException {
    Optional<StoredFile> stored = stored(number);
    return stored.isEmpty()
        ? "redirect:" + BEGIN + "?over"
        : preview(number, stored.get(), false, locale, model);
  }

  @PostMapping(SENT)
  String apply(
      @PathVariable("form") long number,
      @RequestParam(name = "mark", defaultValue = "") String mark,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model)
      throws IOException {
    Optional<StoredFile> stored = stored(number);
    if (stored.isEmpty()) {
      return "redirect:" + BEGIN + "?over";
    }
    try {
      imports.apply(file.read(stored.get(), locale).lines(), mark, form.actor(request));
      formFiles.remove(owner(number), stored.get().id(), holder());
      return "redirect:/admin/tables?told=imported";
    } catch (HubException refusal) {
      if (refusal.code() != ErrorCode.CHANGED_MEANWHILE
          && refusal.code() != ErrorCode.VALUE_INVALID) {
        throw refusal;
      }
      response.setStatus(422);
      return preview(number, stored.get(), true, locale, model);
    }
  }

  /**
   * A line of a preview.
   *
   * @param sheet where it stands
   * @param key of its entry
   * @param faults what is wrong with it
   */
  record Line(CataloguePlan.Step step, CatalogueSheet sheet, String key, List<String> faults) {}

  private Line line(CataloguePlan.Step step, Locale locale) {
    return new Line(
        step,
        step.after().sheet(),
        String.join(" ", step.after().key()),
        step.faults().stream().map(fault -> texts.sentence(fault, step.after(), locale)).toList());
  }

  private String preview(
      long number, StoredFile stored, boolean changed, Locale locale, Model model)
      throws IOException {
    CatalogueFile.Content content = file.read(stored, locale);
    CataloguePlan plan = imports.plan(content.lines());
    List<CataloguePlan.Step> faulty = plan.of(CataloguePlan.Kind.FAULTY);
    List<CataloguePlan.Step> effective = new ArrayList<>(plan.of(CataloguePlan.Kind.ADD));
    effective.addAll(plan.of(CataloguePlan.Kind.CHANGE));
    model.addAttribute("form", number);
    model.addAttribute("fileName", stored.name().value());
    model.addAttribute("plan", plan);
    model.addAttribute("ignored", String.join("; ", content.ignored()));
    model.addAttribute("faulty", shown(faulty, locale));
    model.addAttribute("faultyCount", faulty.size());
    model.addAttribute("effective", shown(effective, locale));
    model.addAttribute("effectiveCount", effective.size());
    model.addAttribute("added", plan.of(CataloguePlan.Kind.ADD).size());
    model.addAttribute("same", plan.of(CataloguePlan.Kind.SAME).size());
    model.addAttribute("most", MOST_SHOWN);
    model.addAttribute("changed", changed);
    return "registry/preview";
  }

  private List<Line> shown(List<CataloguePlan.Step> steps, Locale locale) {
    return steps.stream().limit(MOST_SHOWN).map(step -> line(step, locale)).toList();
  }

  private String upload(Faults faults, Model model) {
    model.addAttribute("faults", faults);
    model.addAttribute("megabytes", storedFiles.maxBytes() / (1024 * 1024));
    model.addAttribute("rows", SheetReader.MOST_ROWS);
    return "registry/file";
  }

  private Optional<StoredFile> stored(long number) {
    return formFiles.of(owner(number), holder()).stream().findFirst();
  }

  private static FileOwner owner(long number) {
    return new FileOwner("catalogue-form", number);
  }

  private static CardHolder holder() {
    return LoginSession.holder().orElseThrow();
  }
}
