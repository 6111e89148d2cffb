package tw.gov.mocs.hub.web.registry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.audit.ActHistory;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.CatalogueItem;
import tw.gov.mocs.hub.catalogue.CatalogueSheet;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.catalogue.CatalogueTexts;
import tw.gov.mocs.hub.catalogue.CodeList;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.web.layout.Criterion;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.layout.PageOf;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFile.Rows;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/** 代碼檔管理: the code lists, and one with its codes; both also as files. */
@Controller
final class CodePages {

  static final String ONE = "/admin/codes/of/{list:[A-Z0-9_]+}";

  private static final String[] LISTS = {"list", "label", "codes"};
  private static final String[] CODES = {"order", "code", "name", "from", "to"};

  private final Catalogue catalogue;
  private final ActHistory history;
  private final ListFiles files;
  private final Clock clock;

  CodePages(Catalogue catalogue, ActHistory history, ListFiles files, Clock clock) {
    this.catalogue = catalogue;
    this.history = history;
    this.files = files;
    this.clock = clock;
  }

  /**
   * A code list as a list shows it.
   *
   * @param fields how many fields have its codes
   */
  record Line(CodeList list, long fields) {

    static Line of(CodeList list, CatalogueSnapshot catalogue) {
      return new Line(
          list,
          catalogue.tables().values().stream()
              .flatMap(table -> table.fields().stream())
              .map(Field::codeType)
              .filter(list.codeType()::equals)
              .count());
    }
  }

  @GetMapping(path = "/admin/codes", params = "!format")
  String lists(HttpServletRequest request, Model model) {
    String text = Criterion.words(request);
    List<Line> lines = lines(text);
    model.addAttribute("text", text);
    model.addAttribute(
        "list",
        Listing.search(
            request,
            ListQuery.of(request, LISTS),
            query -> PageOf.list(lines, orderOfLists(query.sort()), query)));
    return "registry/lists";
  }

  @GetMapping(path = "/admin/codes", params = "format")
  void exportLists(
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ListQuery query = ListQuery.of(request, LISTS);
    List<Line> lines = lines(Criterion.words(request));
    ListFile<Line> file = files.begin("admin.codes", request);
    file.column("registry.item.CODE_LIST", line -> line.list().codeType())
        .column("registry.item.LABEL", line -> line.list().label())
        .column("registry.item.LABEL_EN", line -> line.list().labelEn())
        .column("registry.codes", line -> line.list().entries().size())
        .column("registry.fields", Line::fields)
        .send(format, Rows.of(PageOf.all(lines, orderOfLists(query.sort()), query)), response);
  }

  private List<Line> lines(String text) {
    CatalogueSnapshot now = catalogue.current();
    return now.codeLists().values().stream()
        .filter(list -> Criterion.isIn(text, list.codeType(), list.label(), list.labelEn()))
        .map(list -> Line.of(list, now))
        .toList();
  }

  private static Comparator<Line> orderOfLists(String sort) {
    Comparator<Line> name = Comparator.comparing(line -> line.list().codeType());
    Comparator<Line> order =
        switch (sort) {
          case "label" -> Comparator.comparing(line -> line.list().label());
          case "codes" -> Comparator.comparing(line -> line.list().entries().size());
          default -> name;
        };
    return order.thenComparing(name);
  }

  @GetMapping(path = ONE, params = "!format")
  String show(
      @PathVariable("list") String type,
      @RequestParam(name = "told", required = false) @Nullable String told,
      HttpServletRequest request,
      Model model) {
    CodeList list = list(type);
    CodeCriteria criteria = CodeCriteria.of(request);
    LocalDate today = today();
    List<CodeList.Entry> codes = criteria.of(list, today);
    model.addAttribute("codeList", list);
    model.addAttribute("criteria", criteria);
    model.addAttribute("today", today);
    model.addAttribute(
        "fields",
        catalogue.current().tables().values().stream()
            .sorted(Comparator.comparing(table -> table.name()))
            .flatMap(
                table ->
                    table.fields().stream()
                        .filter(field -> type.equals(field.codeType()))
                        .map(field -> List.of(table.name(), field.xmlName())))
            .toList());
    model.addAttribute(
        "list",
        Listing.search(
            request,
            ListQuery.of(request, CODES),
            query -> PageOf.list(codes, orderOfCodes(query.sort()), query)));
    model.addAttribute("history", history.newestFirst(type));
    boolean known = told != null && told.matches("changed|same|added");
    model.addAttribute("told", known ? told : null);
    return "registry/codes";
  }

  @GetMapping(path = ONE, params = "format")
  void exportCodes(
      @PathVariable("list") String type,
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ListQuery query = ListQuery.of(request, CODES);
    List<CodeList.Entry> codes = CodeCriteria.of(request).of(list(type), today());
    ListFile<CodeList.Entry> file = files.begin("admin.codes", request);
    for (CatalogueItem item : CatalogueSheet.CODES.items()) {
      file.column("registry.item." + item, code -> CatalogueTexts.of(type, code).of(item));
    }
    file.send(format, Rows.of(PageOf.all(codes, orderOfCodes(query.sort()), query)), response);
  }

  private static Comparator<CodeList.Entry> orderOfCodes(String sort) {
    Comparator<CodeList.Entry> code =
        Comparator.comparing(CodeList.Entry::code).thenComparing(CodeList.Entry::validFrom);
    Comparator<CodeList.Entry> order =
        switch (sort) {
          case "code" -> code;
          case "name" -> Comparator.comparing(CodeList.Entry::name);
          case "from" -> Comparator.comparing(CodeList.Entry::validFrom);
          case "to" ->
              Comparator.comparing(one -> one.validTo() == null ? LocalDate.MAX : one.validTo());
          default -> Comparator.comparing(CodeList.Entry::sortOrder);
        };
    return order.thenComparing(code);
  }

  private CodeList list(String type) {
    CodeList list = catalogue.current().codeLists().get(type);
    if (list == null) {
      throw new HubException(ErrorCode.NOT_FOUND, "no code list " + type, type);
    }
    return list;
  }

  private LocalDate today() {
    return RocDate.dayOf(clock.instant());
  }
}
