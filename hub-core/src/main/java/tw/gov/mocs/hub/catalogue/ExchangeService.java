package tw.gov.mocs.hub.catalogue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 服務: a published version of an exchange service, one operation of the contract.
 *
 * @param code 服務代碼
 * @param version counts its published versions from 1
 * @param name 服務名稱
 * @param nameEn English name
 * @param category 服務分類
 * @param description 服務說明
 * @param descriptionEn the same in English; empty if nobody wrote it
 * @param status open or closed
 * @param notice what callers of a closed service are told; empty if nothing
 * @param table what it reads
 * @param fields those of the table's fields that it offers, in catalogue order
 * @param requiredCriteria null for a service that is not about persons
 * @param keepRequest whether the whole signed request is kept as evidence
 * @param encryptAnswer whether answers are encrypted to the agency's certificate
 */
public record ExchangeService(
    ServiceCode code,
    int version,
    String name,
    String nameEn,
    ServiceCategory category,
    String description,
    String descriptionEn,
    ServiceStatus status,
    String notice,
    ExchangeTable table,
    List<Field> fields,
    @Nullable RequiredCriteria requiredCriteria,
    boolean keepRequest,
    boolean encryptAnswer) {

  /** Copies the fields. */
  public ExchangeService {
    fields = List.copyOf(fields);
  }

  /** The offered field with this element name. */
  public Optional<Field> findField(String xmlName) {
    return fields.stream().filter(field -> field.xmlName().equals(xmlName)).findFirst();
  }
}
