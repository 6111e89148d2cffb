package tw.gov.mocs.hub.web.layout;

import static java.util.Comparator.comparing;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.catalogue.ServiceCode;

/** 服務名稱 in the language of the page. */
public record ServiceNames(CatalogueSnapshot catalogue, Locale locale) {

  /** The name; "" where the code names no service of today. */
  public String of(@Nullable String code) {
    return code != null && ServiceCode.matches(code) ? find(new ServiceCode(code)).orElse("") : "";
  }

  /** The names in the order of 申請服務; the code of one that the catalogue does not know. */
  public List<String> ofAll(Collection<ServiceCode> codes) {
    return codes.stream()
        .sorted(comparing(catalogue::placeOf))
        .map(code -> find(code).orElse(code.value()))
        .toList();
  }

  private Optional<String> find(ServiceCode code) {
    boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    return catalogue.find(code).map(service -> english ? service.nameEn() : service.name());
  }
}
