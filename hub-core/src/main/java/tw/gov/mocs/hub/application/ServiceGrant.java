package tw.gov.mocs.hub.application;

import java.util.List;
import java.util.Map;
import tw.gov.mocs.hub.catalogue.ServiceCode;

/**
 * What a grant says of one service.
 *
 * @param service 服務代碼
 * @param fields by element name
 * @param conditions which rows; all rows when empty
 * @param wholeTable whether a call may do without a required criterion
 */
public record ServiceGrant(
    ServiceCode service,
    Map<String, FieldGrant> fields,
    List<RowCondition> conditions,
    boolean wholeTable) {

  /** Copies the collections. */
  public ServiceGrant {
    fields = Map.copyOf(fields);
    conditions = List.copyOf(conditions);
  }
}
