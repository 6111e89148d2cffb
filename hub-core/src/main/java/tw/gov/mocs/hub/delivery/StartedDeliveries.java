package tw.gov.mocs.hub.delivery;

import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.agency.EarlierDuties;
import tw.gov.mocs.hub.audit.Actor;

/** Whoever started a delivery for an agency does not confirm its certificates. */
@Component
class StartedDeliveries implements EarlierDuties {

  private final DeliveryMapper mapper;

  StartedDeliveries(DeliveryMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public boolean forbidConfirming(long agencyId, Actor actor) {
    return mapper.countStarted(agencyId, actor) > 0;
  }

  @Override
  public String act() {
    return "產製檔案";
  }
}
