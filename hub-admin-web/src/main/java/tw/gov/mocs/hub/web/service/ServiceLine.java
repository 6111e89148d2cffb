package tw.gov.mocs.hub.web.service;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.ExchangeTable;
import tw.gov.mocs.hub.catalogue.Harm;
import tw.gov.mocs.hub.catalogue.ServiceStatus;

/**
 * A service as the list shows it.
 *
 * @param grants how many that can still be used name it
 * @param harm what the source, as it was compared last, does to its calls; null for nothing
 */
record ServiceLine(ExchangeService service, long grants, @Nullable Harm harm) {

  String code() {
    return service.code().value();
  }

  List<String> tables() {
    return service.tables().stream().map(ExchangeTable::name).toList();
  }

  boolean isOpen() {
    return service.status() == ServiceStatus.OPEN;
  }
}
