package tw.gov.mocs.hub.web.registry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.catalogue.CatalogueRegister;
import tw.gov.mocs.hub.catalogue.ExchangeTable;
import tw.gov.mocs.hub.catalogue.TableImport;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.layout.Faults;

/**
 * 新增欄位: a column of the source becomes a field; one that is a field already becomes another beside
 * it, which is how a field is retyped or reclassed without breaking callers.
 */
@Controller
final class ColumnPages {

  private static final String PATH = TablePages.ONE + "/columns";
  private static final Set<ErrorCode> TOLD =
      Set.of(ErrorCode.ALREADY_EXISTS, ErrorCode.VALUE_INVALID);

  private final CatalogueRegister register;
  private final TableImport source;
  private final EntryForm form;
  private final RegistryTexts texts;

  ColumnPages(CatalogueRegister register, TableImport source, EntryForm form, RegistryTexts texts) {
    this.register = register;
    this.source = source;
    this.form = form;
    this.texts = texts;
  }

  @GetMapping(PATH)
  String begin(
      @PathVariable("table") String table,
      @RequestParam(name = "column", defaultValue = "") String column,
      Model model) {
    return page(table, column, "", new Faults(), model);
  }

  @PostMapping(PATH)
  String add(
      @PathVariable("table") String table,
      @RequestParam(name = "column", defaultValue = "") String column,
      @RequestParam(name = "element", defaultValue = "") String element,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    Faults faults = new Faults();
    String typed = element.strip();
    if (column.isEmpty()) {
      faults.add(
          "column",
          texts.text("registry.fault.MISSING", locale, texts.text("registry.item.COLUMN", locale)));
    } else if (typed.isEmpty()) {
      faults.add(
          "element",
          texts.text(
              "registry.fault.MISSING", locale, texts.text("registry.item.ELEMENT", locale)));
    } else {
      try {
        source.addField(table, column, typed, form.actor(request));
        return Paths.to("added", "admin", "tables", "of", table, "fields", typed);
      } catch (HubException refusal) {
        if (!TOLD.contains(refusal.code())) {
          throw refusal;
        }
        faults.add("element", refusal.sentence(locale));
      }
    }
    response.setStatus(422);
    return page(table, column, typed, faults, model);
  }

  private String page(String name, String column, String element, Faults faults, Model model) {
    ExchangeTable table = TablePages.table(register.use(), name);
    model.addAttribute("table", table);
    model.addAttribute("columns", source.columns(table.schema(), name));
    model.addAttribute("column", column);
    model.addAttribute("element", element);
    model.addAttribute("faults", faults);
    return "registry/columns";
  }
}
