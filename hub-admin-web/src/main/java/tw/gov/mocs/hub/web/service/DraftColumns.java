package tw.gov.mocs.hub.web.service;

import java.util.List;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.catalogue.ExchangeTable;
import tw.gov.mocs.hub.catalogue.Field;

/**
 * The columns of a table that may hold the key of another one. Templates: {@code @draftColumns}.
 */
@Component("draftColumns")
public final class DraftColumns {

  /** Each once, in the order of the table's fields. */
  public List<String> of(ExchangeTable table) {
    return table.fields().stream().map(Field::columnName).distinct().toList();
  }
}
