package tw.gov.mocs.hub.web.calls;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.ServiceCode;

/** Services by their names, in the language of the page. */
record ServiceNames(CatalogueSnapshot catalogue, Locale locale) {

  /** The name; "" where the code names no service of today. */
  public String of(@Nullable String code) {
    Optional<ExchangeService> service =
        code != null && ServiceCode.matches(code)
            ? catalogue.find(new ServiceCode(code))
            : Optional.empty();
    boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    return service.map(one -> english ? one.nameEn() : one.name()).orElse("");
  }
}
