package tw.gov.mocs.hub.web.progress;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Locale;
import tw.gov.mocs.hub.application.ApplicationLine;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;

/** 服務名稱 of a line. */
final class ServiceNames {

  private ServiceNames() {}

  /**
   * The names in the language of the page and the order of 申請服務; the code of one that the catalogue
   * does not know.
   */
  static List<String> of(ApplicationLine line, CatalogueSnapshot known, Locale locale) {
    boolean english = locale.getLanguage().equals("en");
    return line.services().stream()
        .sorted(comparing(known::placeOf))
        .map(
            code ->
                known
                    .find(code)
                    .map(service -> english ? service.nameEn() : service.name())
                    .orElse(code.value()))
        .toList();
  }
}
