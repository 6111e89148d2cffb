package tw.gov.mocs.hub.application;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.catalogue.ServiceCode;

/**
 * 申請之服務: one service that an application asks for.
 *
 * @param service 服務代碼
 * @param fields element names; all that the service offers when empty
 * @param justification why restricted fields are needed; "" if none are asked for
 */
public record ServiceRequest(ServiceCode service, List<String> fields, String justification) {

  /** Tidies the text; null becomes "". */
  public ServiceRequest(ServiceCode service, List<String> fields, @Nullable String justification) {
    this.service = service;
    this.fields = List.copyOf(fields);
    this.justification = Texts.tidy(justification);
  }

  /** As it is kept. */
  ServiceRequest(String serviceCode, List<String> fields, @Nullable String justification) {
    this(new ServiceCode(serviceCode), fields, justification);
  }

  /** With all its fields. */
  public static ServiceRequest whole(ServiceCode service, String justification) {
    return new ServiceRequest(service, List.of(), justification);
  }
}
