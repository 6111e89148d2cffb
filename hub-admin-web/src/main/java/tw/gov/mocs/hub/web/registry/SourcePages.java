package tw.gov.mocs.hub.web.registry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.ExchangeTable;
import tw.gov.mocs.hub.catalogue.SourceMetadata;
import tw.gov.mocs.hub.catalogue.SourceTableName;
import tw.gov.mocs.hub.catalogue.TableImport;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.layout.Criterion;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.layout.PageOf;

/** 由資料來源匯入: a schema, its tables, the columns of one, and those that are registered. */
@Controller
final class SourcePages {

  private static final String BEGIN = "/admin/tables/import";
  private static final String COLUMNS = BEGIN + "/columns";
  private static final Set<ErrorCode> TOLD =
      Set.of(ErrorCode.ALREADY_EXISTS, ErrorCode.VALUE_INVALID);

  private final SourceMetadata metadata;
  private final TableImport source;
  private final Catalogue catalogue;
  private final EntryForm form;
  private final RegistryTexts texts;

  SourcePages(
      SourceMetadata metadata,
      TableImport source,
      Catalogue catalogue,
      EntryForm form,
      RegistryTexts texts) {
    this.metadata = metadata;
    this.source = source;
    this.catalogue = catalogue;
    this.form = form;
    this.texts = texts;
  }

  /** A table of the source, and the one of the catalogue that stands for it; null for none. */
  record Line(SourceTableName found, @Nullable ExchangeTable registered) {}

  @GetMapping(BEGIN)
  String tables(
      @RequestParam(name = "schema", defaultValue = "") String asked,
      HttpServletRequest request,
      Model model) {
    List<String> schemas = metadata.schemas();
    String wanted = asked.isEmpty() ? metadata.usualSchema() : asked;
    String schema = schemas.stream().filter(wanted::equalsIgnoreCase).findFirst().orElse(wanted);
    String text = Criterion.words(request);
    List<Line> lines =
        metadata.tables(schema).stream()
            .filter(table -> Criterion.isIn(text, table.name()))
            .map(table -> new Line(table, registered(schema, table.name())))
            .toList();
    model.addAttribute("schemas", schemas);
    model.addAttribute("schema", schema);
    model.addAttribute("text", text);
    model.addAttribute(
        "list",
        Listing.search(
            request,
            ListQuery.of(request, "name"),
            query -> PageOf.list(lines, Comparator.comparing(line -> line.found().name()), query)));
    return "registry/source";
  }

  @GetMapping(COLUMNS)
  String columns(
      @RequestParam("schema") String schema, @RequestParam("table") String table, Model model) {
    return page(schema, table, null, new Faults(), model);
  }

  @PostMapping(COLUMNS)
  String register(
      @RequestParam("schema") String schema,
      @RequestParam("table") String table,
      @RequestParam(name = "column", required = false) String @Nullable [] columns,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    Set<String> chosen =
        Arrays.stream(columns == null ? new String[0] : columns).collect(Collectors.toSet());
    ExchangeTable there = registered(schema, table);
    if (there != null) {
      return Paths.to("imported", "admin", "tables", "of", there.name());
    }
    Faults faults = new Faults();
    if (chosen.isEmpty()) {
      faults.add("columns", texts.text("registry.import.noColumn", locale));
    } else {
      try {
        ExchangeTable imported = source.importTable(schema, table, chosen, form.actor(request));
        return Paths.to("imported", "admin", "tables", "of", imported.name());
      } catch (HubException refusal) {
        if (!TOLD.contains(refusal.code())) {
          throw refusal;
        }
        faults.add("columns", refusal.sentence(locale));
      }
    }
    response.setStatus(422);
    return page(schema, table, chosen, faults, model);
  }

  private String page(
      String schema, String table, @Nullable Set<String> chosen, Faults faults, Model model) {
    model.addAttribute("schema", schema);
    model.addAttribute("table", table);
    model.addAttribute("columns", source.columns(schema, table));
    model.addAttribute("proposed", source.propose(schema, table));
    model.addAttribute("registered", registered(schema, table));
    model.addAttribute("chosen", chosen);
    model.addAttribute("faults", faults);
    return "registry/source-columns";
  }

  private @Nullable ExchangeTable registered(String schema, String table) {
    return catalogue.current().tables().values().stream()
        .filter(one -> one.name().equalsIgnoreCase(table))
        .filter(
            one ->
                schema.equalsIgnoreCase(
                    one.schema() == null ? metadata.usualSchema() : one.schema()))
        .findFirst()
        .orElse(null);
  }
}
