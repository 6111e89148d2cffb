package tw.gov.mocs.hub.application;

import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.agency.EarlierDuties;
import tw.gov.mocs.hub.audit.Actor;

/** Whoever decided an application of an agency does not confirm its certificates. */
@Component
class ReviewedAgencies implements EarlierDuties {

  private final ApplicationMapper mapper;

  ReviewedAgencies(ApplicationMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public boolean forbidConfirming(long agencyId, Actor actor) {
    return mapper.countReviews(agencyId, actor) > 0;
  }

  @Override
  public String act() {
    return "審核申請案";
  }
}
