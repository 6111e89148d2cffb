package tw.gov.mocs.hub.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator wants to publish as the next version of a service.
 *
 * @param code 服務代碼; a new one makes a new service
 * @param name 服務名稱
 * @param nameEn English name
 * @param category 服務分類
 * @param description 服務說明; may be empty
 * @param descriptionEn the same in English; may be empty
 * @param table the registered table that it reads
 * @param fields element names of the table's fields that it offers, in any order
 * @param requiredCriteria null for a service that is not about persons
 * @param keepRequest whether the whole signed request is kept as evidence
 * @param encryptAnswer whether answers are encrypted to the agency's certificate
 */
public record ServiceDraft(
    ServiceCode code,
    String name,
    String nameEn,
    ServiceCategory category,
    String description,
    String descriptionEn,
    String table,
    List<String> fields,
    @Nullable RequiredCriteria requiredCriteria,
    boolean keepRequest,
    boolean encryptAnswer) {

  /** Copies the names. */
  public ServiceDraft {
    fields = List.copyOf(fields);
  }

  /** The draft that would publish a service again as it is. */
  public static ServiceDraft of(ExchangeService service) {
    return new ServiceDraft(
        service.code(),
        service.name(),
        service.nameEn(),
        service.category(),
        service.description(),
        service.descriptionEn(),
        service.table().name(),
        service.fields().stream().map(Field::xmlName).toList(),
        service.requiredCriteria(),
        service.keepRequest(),
        service.encryptAnswer());
  }
}
