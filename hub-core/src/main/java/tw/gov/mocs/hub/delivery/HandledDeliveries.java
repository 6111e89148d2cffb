package tw.gov.mocs.hub.delivery;

import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.agency.EarlierDuties;
import tw.gov.mocs.hub.audit.Actor;

/** Whoever cancelled or re-issued a file of an agency does not confirm its certificates. */
@Component
class HandledDeliveries implements EarlierDuties {

  private final DeliveryMapper mapper;

  HandledDeliveries(DeliveryMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public boolean forbidConfirming(long agencyId, Actor actor) {
    return mapper.countDuties(agencyId, actor) > 0;
  }

  @Override
  public String act() {
    return "取消檔案或准予重新下載";
  }
}
