package tw.gov.mocs.hub.web.registry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.CatalogueEntries;
import tw.gov.mocs.hub.catalogue.CatalogueEntry;
import tw.gov.mocs.hub.catalogue.CatalogueRegister;
import tw.gov.mocs.hub.catalogue.CatalogueSheet;
import tw.gov.mocs.hub.catalogue.CatalogueUse;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.layout.Faults;

/** 移除 of a table or a field that nobody uses, after a page that says what follows. */
@Controller
final class RemovePages {

  private static final String TABLE = TablePages.ONE + "/remove";
  private static final String FIELD = FieldPages.ONE + "/remove";
  private static final Set<ErrorCode> TOLD =
      Set.of(ErrorCode.CHANGED_MEANWHILE, ErrorCode.STATE_CONFLICT);

  private final CatalogueRegister register;
  private final Catalogue catalogue;
  private final EntryForm form;
  private final RegistryTexts texts;

  RemovePages(
      CatalogueRegister register, Catalogue catalogue, EntryForm form, RegistryTexts texts) {
    this.register = register;
    this.catalogue = catalogue;
    this.form = form;
    this.texts = texts;
  }

  /** What was typed, and the mark of what somebody looked at. */
  record Typed(@Nullable String version, @Nullable String reason) {

    String words() {
      return reason == null ? "" : reason.replace("\r\n", "\n").strip();
    }

    String seen() {
      return version == null ? "" : version;
    }
  }

  @GetMapping(TABLE)
  String ask(@PathVariable("table") String table, Model model) {
    return question(CatalogueSheet.TABLES, List.of(table), "", new Faults(), model);
  }

  @GetMapping(FIELD)
  String ask(
      @PathVariable("table") String table, @PathVariable("element") String element, Model model) {
    return question(CatalogueSheet.FIELDS, List.of(table, element), "", new Faults(), model);
  }

  @PostMapping(TABLE)
  String remove(
      @PathVariable("table") String table,
      Typed typed,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    List<String> key = List.of(table);
    return isRemoved(CatalogueSheet.TABLES, key, typed, request, response, locale, model)
        ? "redirect:/admin/tables?told=removed"
        : "registry/remove";
  }

  @PostMapping(FIELD)
  String remove(
      @PathVariable("table") String table,
      @PathVariable("element") String element,
      Typed typed,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    List<String> key = List.of(table, element);
    return isRemoved(CatalogueSheet.FIELDS, key, typed, request, response, locale, model)
        ? Paths.to("removed", "admin", "tables", "of", table)
        : "registry/remove";
  }

  private boolean isRemoved(
      CatalogueSheet sheet,
      List<String> key,
      Typed typed,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    if (CatalogueEntries.find(catalogue.current(), sheet, key).isEmpty()) {
      return true;
    }
    String reason = typed.words();
    Faults faults = new Faults();
    int limit = CatalogueRegister.LONGEST_REASON;
    faults.addReason(reason, limit, (text, told) -> texts.text(text, locale, told));
    if (faults.isEmpty()) {
      try {
        register.remove(sheet, key, typed.seen(), reason, form.actor(request));
        return true;
      } catch (HubException refusal) {
        if (!TOLD.contains(refusal.code())) {
          throw refusal;
        }
        faults.add("reason", refusal.sentence(locale));
      }
    }
    response.setStatus(422);
    question(sheet, key, reason, faults, model);
    return false;
  }

  private String question(
      CatalogueSheet sheet, List<String> key, String reason, Faults faults, Model model) {
    CatalogueEntry entry = register.get(sheet, key);
    CatalogueUse use = register.use();
    boolean table = key.size() == 1;
    List<ExchangeService> services =
        table ? use.services(key.get(0)) : use.services(key.get(0), key.get(1));
    long grants = table ? use.grants(key.get(0)) : use.grants(key.get(0), key.get(1));
    model.addAttribute("entry", entry);
    model.addAttribute("services", services);
    model.addAttribute("grants", grants);
    // Told before anybody types a reason; nothing else can be done here.
    model.addAttribute("used", !services.isEmpty() || grants > 0 || register.wasOffered(entry));
    model.addAttribute("key", key);
    model.addAttribute("reason", reason);
    model.addAttribute("faults", faults);
    model.addAttribute("limit", CatalogueRegister.LONGEST_REASON);
    return "registry/remove";
  }
}
