package tw.gov.mocs.hub.web.layout;

import static java.util.Comparator.comparing;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.delivery.Deliveries;

/** 服務名稱 in the language of the page. */
public record ServiceNames(CatalogueSnapshot catalogue, Locale locale) {

  /** The name; "" where the code names no service of today, and is not that of 單次服務. */
  public String of(@Nullable String code) {
    if (Deliveries.OPERATION.equals(code)) {
      return english() ? "File exchange" : "檔案交換";
    }
    return code != null && ServiceCode.matches(code) ? find(new ServiceCode(code)).orElse("") : "";
  }

  /** Whether it is that of 單次服務, which has no code. */
  public boolean isFile(@Nullable String code) {
    return Deliveries.OPERATION.equals(code);
  }

  /** The code; null for that of 單次服務, which says nothing to people. */
  public @Nullable String codeOf(@Nullable String code) {
    return isFile(code) ? null : code;
  }

  /** The names in the order of 申請服務; the code of one that the catalogue does not know. */
  public List<String> ofAll(Collection<ServiceCode> codes) {
    return codes.stream()
        .sorted(comparing(catalogue::placeOf))
        .map(code -> find(code).orElse(code.value()))
        .toList();
  }

  private Optional<String> find(ServiceCode code) {
    return catalogue.find(code).map(service -> english() ? service.nameEn() : service.name());
  }

  private boolean english() {
    return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
  }
}
