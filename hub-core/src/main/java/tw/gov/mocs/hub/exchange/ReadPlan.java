package tw.gov.mocs.hub.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.application.Grant;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.Field;

/**
 * What an allowed call reads.
 *
 * @param fields returned, in catalogue order
 * @param conditions those of the grant and of the call, ANDed
 * @param rows how many at most
 * @param afterKey the paging key after which the page begins; null for the first page
 * @param context what a token of the next page belongs to
 */
record ReadPlan(
    ExchangeService service,
    Grant grant,
    List<Field> fields,
    List<Condition> conditions,
    int rows,
    @Nullable String afterKey,
    TokenContext context) {

  ReadPlan {
    fields = List.copyOf(fields);
    conditions = List.copyOf(conditions);
  }
}
