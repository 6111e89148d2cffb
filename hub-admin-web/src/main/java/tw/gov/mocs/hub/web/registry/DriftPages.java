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
import tw.gov.mocs.hub.catalogue.CatalogueUse.Harmed;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.ExchangeTable;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.Harm;
import tw.gov.mocs.hub.catalogue.TableDrift;
import tw.gov.mocs.hub.catalogue.TableDrifts;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** 與資料來源比對: what of the source is no longer as it was registered, before it breaks a call. */
@Controller
final class DriftPages {

  private final TableDrifts drifts;
  private final CatalogueRegister register;

  DriftPages(TableDrifts drifts, CatalogueRegister register) {
    this.drifts = drifts;
    this.register = register;
  }

  /**
   * A table that differs.
   *
   * @param harm what that does to calls and files
   * @param services whose calls fail or may fail, by what they offer
   * @param missing the columns that are gone
   */
  record Line(
      ExchangeTable table,
      TableDrift drift,
      Harm harm,
      List<Harmed> services,
      List<Missing> missing) {

    static Line of(TableDrift drift, CatalogueUse use) {
      ExchangeTable table = TablePages.table(use, drift.table());
      return new Line(
          table,
          drift,
          use.harm(drift),
          use.harmedBy(drift),
          drift.missing().stream().map(column -> Missing.of(table, column, use)).toList());
    }
  }

  /**
   * A column that is gone.
   *
   * @param fields that were registered of it; none where only keys, joins or the log need it
   * @param services that need it
   */
  record Missing(String column, List<Field> fields, List<ExchangeService> services) {

    static Missing of(ExchangeTable table, String column, CatalogueUse use) {
      return new Missing(
          column,
          table.fields().stream().filter(one -> one.columnName().equals(column)).toList(),
          use.servicesOf(table, column));
    }
  }

  @GetMapping("/admin/tables/drift")
  String compare(HttpServletResponse response, Locale locale, Model model) {
    try {
      List<TableDrift> found = drifts.compare();
      CatalogueUse use = register.use();
      model.addAttribute("compared", found.size());
      model.addAttribute("harmed", drifts.harmed().size());
      model.addAttribute(
          "lines",
          found.stream()
              .filter(drift -> !drift.isNone())
              .filter(drift -> use.catalogue().tables().containsKey(drift.table()))
              .map(drift -> Line.of(drift, use))
              .sorted(Comparator.comparing(Line::harm).reversed())
              .toList());
    } catch (HubException refusal) {
      if (refusal.code() != ErrorCode.SOURCE_UNAVAILABLE) {
        throw refusal;
      }
      response.setStatus(503);
      model.addAttribute("unavailable", refusal.sentence(locale));
      model.addAttribute("lines", List.of());
      model.addAttribute("compared", 0);
    }
    return "registry/drift";
  }
}
