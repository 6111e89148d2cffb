package tw.gov.mocs.hub.web.registry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.audit.ActHistory;
import tw.gov.mocs.hub.catalogue.CatalogueItem;
import tw.gov.mocs.hub.catalogue.CatalogueRegister;
import tw.gov.mocs.hub.catalogue.CatalogueSheet;
import tw.gov.mocs.hub.catalogue.CatalogueUse;
import tw.gov.mocs.hub.catalogue.DataClass;
import tw.gov.mocs.hub.catalogue.ExchangeTable;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.FieldType;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.layout.PageOf;
import tw.gov.mocs.hub.web.layout.UnknownCriteria;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFile.Rows;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/**
 * 欄位管理: the list of all fields, also as a file, and one field: its form, who uses it, its history.
 */
@Controller
final class FieldPages {

  static final String ONE = TablePages.ONE + "/fields/{element}";

  private final CatalogueRegister register;
  private final ActHistory history;
  private final EntryForm form;
  private final RegistryTexts texts;
  private final UnknownCriteria unknown;
  private final ListFiles files;

  FieldPages(
      CatalogueRegister register,
      ActHistory history,
      EntryForm form,
      RegistryTexts texts,
      UnknownCriteria unknown,
      ListFiles files) {
    this.register = register;
    this.history = history;
    this.form = form;
    this.texts = texts;
    this.unknown = unknown;
    this.files = files;
  }

  @GetMapping(path = "/admin/tables/fields", params = "!format")
  String list(HttpServletRequest request, Model model) {
    FieldCriteria criteria = FieldCriteria.of(request);
    ListQuery asked = ListQuery.of(request, FieldCriteria.COLUMNS);
    CatalogueUse use = register.use();
    List<FieldLine> lines = lines(criteria, use);
    model.addAttribute("criteria", criteria);
    model.addAttribute("classes", DataClass.values());
    model.addAttribute("types", FieldType.values());
    List<String> tables = tables(use);
    model.addAttribute("tables", tables);
    model.addAttribute(UnknownCriteria.UNKNOWN, unknown.in(request, known(tables)));
    model.addAttribute(
        "list",
        Listing.search(
            request, asked, query -> PageOf.list(lines, FieldCriteria.order(query.sort()), query)));
    return "registry/fields";
  }

  @GetMapping(path = "/admin/tables/fields", params = "format")
  void export(
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    CatalogueUse use = register.use();
    UnknownCriteria.require(request, known(tables(use)));
    ListQuery query = ListQuery.of(request, FieldCriteria.COLUMNS);
    List<FieldLine> lines = lines(FieldCriteria.of(request), use);
    ListFile<FieldLine> file = files.begin("registry.allFields", request);
    for (CatalogueItem item : CatalogueSheet.FIELDS.items()) {
      file.column("registry.item." + item, line -> texts.shown(line.entry(), item, file.locale()));
    }
    file.column("registry.services", line -> String.join(" ", line.services()))
        .column("registry.grants", FieldLine::grants)
        .send(
            format, Rows.of(PageOf.all(lines, FieldCriteria.order(query.sort()), query)), response);
  }

  private static List<String> tables(CatalogueUse use) {
    return use.catalogue().tables().keySet().stream().sorted().toList();
  }

  private static Map<String, List<String>> known(List<String> tables) {
    return Map.of(
        "q",
        UnknownCriteria.ANY,
        "table",
        tables,
        "class",
        UnknownCriteria.names(DataClass.values()),
        "type",
        UnknownCriteria.names(FieldType.values()));
  }

  private static List<FieldLine> lines(FieldCriteria criteria, CatalogueUse use) {
    return use.catalogue().tables().values().stream()
        .sorted(Comparator.comparing(ExchangeTable::name))
        .flatMap(table -> FieldLine.of(table, use))
        .filter(criteria::means)
        .toList();
  }

  @GetMapping(ONE)
  String show(
      @PathVariable("table") String table,
      @PathVariable("element") String element,
      @RequestParam(name = "told", required = false) @Nullable String told,
      Locale locale,
      Model model) {
    form.show(CatalogueSheet.FIELDS, List.of(table, element), locale, model);
    model.addAttribute("told", told != null && told.matches("changed|same|added") ? told : null);
    return page(table, element, model);
  }

  @PostMapping(ONE)
  String change(
      @PathVariable("table") String table,
      @PathVariable("element") String element,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    List<String> key = List.of(table, element);
    String told = form.change(CatalogueSheet.FIELDS, key, request, response, locale, model);
    return told == null
        ? page(table, element, model)
        : Paths.to(told, "admin", "tables", "of", table, "fields", element);
  }

  private String page(String name, String element, Model model) {
    CatalogueUse use = register.use();
    ExchangeTable table = TablePages.table(use, name);
    Field field =
        table
            .findField(element)
            .orElseThrow(() -> new HubException(ErrorCode.NOT_FOUND, element, element));
    model.addAttribute("line", FieldLine.of(table, field, use));
    model.addAttribute("services", use.services(name, element));
    model.addAttribute("history", history.newestFirst(name + "." + element));
    return "registry/field";
  }
}
