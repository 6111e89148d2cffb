package tw.gov.mocs.hub.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.catalogue.ServiceCode;

/**
 * One call of a service, read from a message that fits the schema.
 *
 * @param service the operation
 * @param requestId the caller's unique id, 1 to 64 characters
 * @param applicationNo 申請案號 as written by the caller
 * @param purpose 案號或事由
 * @param fields element names asked for; all that are granted when empty
 * @param criteria ANDed
 * @param pageSize rows asked for; null for the default
 * @param pageToken from the page before; null for the first page
 */
public record ExchangeRequest(
    ServiceCode service,
    String requestId,
    String applicationNo,
    String purpose,
    List<String> fields,
    List<Criterion> criteria,
    @Nullable Integer pageSize,
    @Nullable String pageToken) {

  /** Copies the lists. */
  public ExchangeRequest {
    fields = List.copyOf(fields);
    criteria = List.copyOf(criteria);
  }
}
