package tw.gov.mocs.hub.web.registry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.audit.ActHistory;
import tw.gov.mocs.hub.catalogue.CatalogueRegister;
import tw.gov.mocs.hub.catalogue.CatalogueSheet;
import tw.gov.mocs.hub.catalogue.CatalogueUse;
import tw.gov.mocs.hub.catalogue.ExchangeTable;
import tw.gov.mocs.hub.catalogue.Harm;
import tw.gov.mocs.hub.catalogue.TableDrift;
import tw.gov.mocs.hub.catalogue.TableDrifts;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.layout.PageOf;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFile.Rows;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/** 資料表管理: the list, also as a file, one table with its fields, and the form of its own data. */
@Controller
final class TablePages {

  static final String ONE = "/admin/tables/of/{table}";

  private final CatalogueRegister register;
  private final ActHistory history;
  private final EntryForm form;
  private final ListFiles files;
  private final TableDrifts drifts;

  TablePages(
      CatalogueRegister register,
      ActHistory history,
      EntryForm form,
      ListFiles files,
      TableDrifts drifts) {
    this.drifts = drifts;
    this.register = register;
    this.history = history;
    this.form = form;
    this.files = files;
  }

  @GetMapping(path = "/admin/tables", params = "!format")
  String list(
      @RequestParam(name = "told", required = false) @Nullable String told,
      HttpServletRequest request,
      Model model) {
    TableCriteria criteria = TableCriteria.of(request);
    ListQuery asked = ListQuery.of(request, TableCriteria.COLUMNS);
    List<TableLine> lines = lines(criteria);
    model.addAttribute("criteria", criteria);
    model.addAttribute(
        "list",
        Listing.search(
            request, asked, query -> PageOf.list(lines, TableCriteria.order(query.sort()), query)));
    boolean known = told != null && told.matches("imported|removed");
    model.addAttribute("told", known ? told : null);
    return "registry/tables";
  }

  @GetMapping(path = "/admin/tables", params = "format")
  void export(
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ListQuery query = ListQuery.of(request, TableCriteria.COLUMNS);
    List<TableLine> lines = lines(TableCriteria.of(request));
    ListFile<TableLine> file = files.begin("admin.tables", request);
    file.column("registry.item.TABLE", line -> line.table().name())
        .column("registry.item.LABEL", line -> line.table().label())
        .column("registry.item.LABEL_EN", line -> line.table().labelEn())
        .column("registry.item.SUBJECT_COLUMN", line -> line.table().subjectColumn())
        .column("registry.item.PAGING_KEY", line -> line.table().pagingKey())
        .column("registry.fields", line -> line.table().fields().size())
        .column("registry.services", line -> String.join(" ", line.services()))
        .column("registry.grants", TableLine::grants)
        .column(
            "registry.drift.found",
            line -> line.harm() == null ? null : file.text("registry.drift.short." + line.harm()))
        .send(
            format, Rows.of(PageOf.all(lines, TableCriteria.order(query.sort()), query)), response);
  }

  private List<TableLine> lines(TableCriteria criteria) {
    CatalogueUse use = register.use();
    List<TableDrift> found = drifts.known();
    return use.catalogue().tables().values().stream()
        .map(table -> TableLine.of(table, use, found))
        .filter(criteria::means)
        .toList();
  }

  @GetMapping(ONE)
  String show(
      @PathVariable("table") String name,
      @RequestParam(name = "told", required = false) @Nullable String told,
      Model model) {
    CatalogueUse use = register.use();
    ExchangeTable table = table(use, name);
    model.addAttribute("line", TableLine.of(table, use, List.of()));
    model.addAttribute("services", use.services(name));
    model.addAttribute(
        "lines",
        FieldLine.of(table, use)
            .sorted(Comparator.comparing(line -> line.field().ordinal()))
            .toList());
    model.addAttribute("history", history.newestFirst(name));
    model.addAttribute(
        "harm",
        drifts.known().stream()
            .filter(drift -> drift.table().equals(name))
            .map(use::harm)
            .findFirst()
            .orElse(Harm.NONE));
    model.addAttribute("comparedAt", drifts.comparedAt().orElse(null));
    boolean known = told != null && told.matches("imported|changed|same|added|removed");
    model.addAttribute("told", known ? told : null);
    return "registry/table";
  }

  @GetMapping(ONE + "/edit")
  String edit(@PathVariable("table") String name, Locale locale, Model model) {
    form.show(CatalogueSheet.TABLES, List.of(name), locale, model);
    return "registry/table-edit";
  }

  @PostMapping(ONE + "/edit")
  String change(
      @PathVariable("table") String name,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    String told =
        form.change(CatalogueSheet.TABLES, List.of(name), request, response, locale, model);
    return told == null ? "registry/table-edit" : Paths.to(told, "admin", "tables", "of", name);
  }

  static ExchangeTable table(CatalogueUse use, String name) {
    ExchangeTable table = use.catalogue().tables().get(name);
    if (table == null) {
      throw new HubException(ErrorCode.NOT_FOUND, "no table " + name, name);
    }
    return table;
  }
}
