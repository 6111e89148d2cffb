package tw.gov.mocs.hub.web.registry;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tw.gov.mocs.hub.catalogue.CatalogueRegister;
import tw.gov.mocs.hub.catalogue.CatalogueUse;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.ExchangeTable;
import tw.gov.mocs.hub.catalogue.TableDrift;
import tw.gov.mocs.hub.catalogue.TableImport;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** 與資料來源比對: what of the source is no longer as it was registered, before it breaks a call. */
@Controller
final class DriftPages {

  private final TableImport source;
  private final CatalogueRegister register;

  DriftPages(TableImport source, CatalogueRegister register) {
    this.source = source;
    this.register = register;
  }

  /**
   * A table that differs.
   *
   * @param services that would fail, by what they offer
   */
  record Line(ExchangeTable table, TableDrift drift, List<ExchangeService> services) {

    static Line of(TableDrift drift, CatalogueUse use) {
      ExchangeTable table = TablePages.table(use, drift.table());
      return new Line(table, drift, use.harmedBy(drift));
    }

    /** As what a column was registered. */
    public String registered(String column) {
      return String.join(
          ", ",
          table.fields().stream()
              .filter(field -> field.columnName().equals(column))
              .map(
                  field ->
                      field.xmlName()
                          + " "
                          + field.type()
                          + (field.length() == null ? "" : "(" + field.length() + ")"))
              .toList());
    }
  }

  @GetMapping("/admin/tables/drift")
  String compare(HttpServletResponse response, Locale locale, Model model) {
    try {
      List<TableDrift> drifts = source.drifts();
      CatalogueUse use = register.use();
      model.addAttribute("compared", drifts.size());
      model.addAttribute(
          "lines",
          drifts.stream()
              .filter(drift -> !drift.isNone())
              .filter(drift -> use.catalogue().tables().containsKey(drift.table()))
              .sorted(Comparator.comparing(TableDrift::harms).reversed())
              .map(drift -> Line.of(drift, use))
              .toList());
    } catch (HubException refusal) {
      if (refusal.code() != ErrorCode.SOURCE_UNAVAILABLE) {
        throw refusal;
      }
      response.setStatus(503);
      model.addAttribute("unavailable", RegistryTexts.sentence(refusal, locale));
      model.addAttribute("lines", List.of());
      model.addAttribute("compared", 0);
    }
    return "registry/drift";
  }
}
